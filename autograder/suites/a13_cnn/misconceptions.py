"""What students get wrong in A13: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a13_cnn import *

from autograder.checks import misconception


@misconception(
    "A13.1", "smooth-zoom-overshoots",
    en=("The enlargement overshoots the range", "order=3 is zoom's default; order=1 stays between the neighbours."),
    ko=("확대한 값이 범위를 벗어납니다", "zoom의 기본값은 order=3입니다. order=1이면 이웃한 값 사이에 머뭅니다."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5)).reshape(1797, -1) / 16
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    return *(X.reshape(-1, 28, 28, 1) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "nearest-pixel",
    en=("Pixels are repeated instead of interpolated", "order=1 draws straight lines between neighbours."),
    ko=("픽셀을 보간하지 않고 반복했습니다", "order=1은 이웃한 픽셀 사이를 직선으로 잇습니다."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=0).reshape(1797, -1) / 16
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    return *(X.reshape(-1, 28, 28, 1) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "range-kept-at-16",
    en=("The pixels still run to 16", "Divide by 16, so that they lie between 0 and 1."),
    ko=("픽셀 값이 여전히 16까지입니다", "16으로 나누어 0과 1 사이로 만드세요."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1)
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    return *(X.reshape(-1, 28, 28, 1) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "divided-by-255",
    en=("Divided by 255", "These pixels run from 0 to 16, not to 255."),
    ko=("255로 나누었습니다", "이 픽셀은 255가 아니라 16까지입니다."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1) / 255
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    return *(X.reshape(-1, 28, 28, 1) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "channel-axis-missing",
    en=("The channel axis is missing", "A grey image has one channel: shape (N, 28, 28, 1)."),
    ko=("채널 축이 없습니다", "흑백 이미지는 채널이 하나입니다: shape (N, 28, 28, 1)."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1) / 16
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    return *(X.reshape(-1, 28, 28) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "channels-first",
    en=("The channel axis comes first", "In this course channels come last: (N, 28, 28, 1)."),
    ko=("채널 축이 앞에 있습니다", "이 과정에서는 채널이 마지막입니다: (N, 28, 28, 1)."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1) / 16
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    return *(X.reshape(-1, 1, 28, 28) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "val-and-test-swapped",
    en=("Validation and test set are swapped", "The order is training, validation, test; so is that of three_way_split."),
    ko=("검증 세트와 테스트 세트가 뒤바뀌었습니다", "순서는 훈련, 검증, 테스트이며 three_way_split도 같습니다."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1) / 16
    *sets, y_tr, y_te, y_va = three_way_split(rows, digits.target, val, test, rng)
    X_tr, X_te, X_va = (X.reshape(-1, 28, 28, 1) for X in sets)
    return X_tr, X_va, X_te, y_tr, y_va, y_te


@misconception(
    "A13.1", "labels-split-separately",
    en=("Images and labels are split separately", "One call splits both, or the pairs are torn apart."),
    ko=("이미지와 레이블을 따로 나누었습니다", "한 번의 호출로 함께 나누어야 짝이 흐트러지지 않습니다."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1) / 16
    *sets, _, _, _ = three_way_split(rows, digits.target, val, test, rng)
    other = np.random.default_rng(rng.integers(1000))
    *_, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, other)
    return *(X.reshape(-1, 28, 28, 1) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "rows-in-file-order",
    en=("The images are cut in the order of the file", "Shuffle and stratify: three_way_split does both."),
    ko=("파일에 있는 순서대로 잘랐습니다", "섞고 층화해야 합니다. three_way_split이 두 가지를 모두 합니다."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    X = zoom(digits.images, (1, 3.5, 3.5), order=1)[..., None] / 16
    n_test = int(np.ceil(test * 1797))
    n_val = int(np.ceil(val * (1797 - n_test)))
    cuts = [1797 - n_test - n_val, 1797 - n_test]
    return *np.split(X, cuts), *np.split(digits.target, cuts)


@misconception(
    "A13.1", "same-split-every-time",
    en=("The split is the same every time", "Use the generator you are given; don't make one with a fixed seed."),
    ko=("분할이 매번 같습니다", "시드를 고정해 새로 만들지 말고 전달받은 생성기를 사용하세요."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1) / 16
    fixed = np.random.default_rng(42)
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, fixed)
    return *(X.reshape(-1, 28, 28, 1) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.1", "centred-too-early",
    en=("The mean of all images was subtracted", "Nothing is subtracted here; center does it later, with the training mean."),
    ko=("모든 이미지의 평균을 뺐습니다", "여기서는 아무것도 빼지 않습니다. 나중에 center가 훈련 세트의 평균을 뺍니다."),
)  # fmt: skip
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    rows = zoom(digits.images, (1, 3.5, 3.5), order=1).reshape(1797, -1) / 16
    rows = rows - rows.mean()
    *sets, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    return *(X.reshape(-1, 28, 28, 1) for X in sets), y_tr, y_va, y_te


@misconception(
    "A13.2", "bias-left-out",
    en=("The bias is missing", "Y = XW + b: the row b is added to every row."),
    ko=("절편이 빠졌습니다", "Y = XW + b이며 모든 행에 b를 더합니다."),
)  # fmt: skip
class Dense(Dense):
    def forward(self, x):
        self.x = x
        return np.asarray(x) @ self.params["W"]


@misconception(
    "A13.2", "relu-inside",
    en=("The layer applies a ReLU", "A dense layer is linear; ReLU is a layer of its own."),
    ko=("층 안에서 ReLU를 적용했습니다", "완전 연결층은 선형입니다. ReLU는 별도의 층입니다."),
)  # fmt: skip
class Dense(Dense):
    def forward(self, x):
        self.x = x
        return np.maximum(x @ self.params["W"] + self.params["b"], 0)


@misconception(
    "A13.2", "start-weights-forever",
    en=("The weights of the beginning are used forever", "Read params at each call: training replaces them."),
    ko=("처음의 가중치를 계속 사용합니다", "학습하면 params가 바뀌므로 호출할 때마다 읽으세요."),
)  # fmt: skip
class Dense(Dense):
    def __init__(self, W, b):
        self.W, self.b = np.array(W, dtype=float), np.array(b, dtype=float)
        self.params, self.grads = {"W": self.W, "b": self.b}, {}

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b


@misconception(
    "A13.2", "slopes-accumulate",
    en=("The slopes of earlier calls are still in grads", "Each backward puts its own slopes in their place; nothing is carried over."),
    ko=("이전 호출의 기울기가 grads에 남아 있습니다", "backward는 매번 새 기울기로 바꿉니다. 누적하지 않습니다."),
)  # fmt: skip
class Dense(Dense):
    def backward(self, dY):
        dX, dW, db = linear_backward(self.x, self.params["W"], dY)
        self.grads = {
            "W": dW + self.grads.get("W", 0),
            "b": db + self.grads.get("b", 0),
        }
        return dX


@misconception(
    "A13.2", "mean-for-sum",
    en=("The slopes are averaged over the rows", "dY carries the 1/m already: sum, don't divide again."),
    ko=("기울기를 행에 대해 평균했습니다", "dY에 이미 1/m이 들어 있으므로 다시 나누지 말고 더하세요."),
)  # fmt: skip
class Dense(Dense):
    def backward(self, dY):
        dX, dW, db = linear_backward(self.x, self.params["W"], dY)
        self.grads = {"W": dW / len(dY), "b": db / len(dY)}
        return dX


@misconception(
    "A13.2", "bias-slope-a-single-number",
    en=("The bias's slope is one number", "One bias per unit: sum over the rows only, axis=0."),
    ko=("절편의 기울기가 숫자 하나입니다", "유닛마다 절편이 있으므로 행에 대해서만(axis=0) 더하세요."),
)  # fmt: skip
class Dense(Dense):
    def backward(self, dY):
        dX, dW, _ = linear_backward(self.x, self.params["W"], dY)
        self.grads = {"W": dW, "b": np.full_like(self.params["b"], np.sum(dY))}
        return dX


@misconception(
    "A13.2", "first-input-kept",
    en=("The first input is used forever", "Remember the input of each forward, replacing the one before."),
    ko=("첫 입력을 계속 사용합니다", "forward를 호출할 때마다 입력을 새로 기억하세요."),
)  # fmt: skip
class Dense(Dense):
    def forward(self, x):
        if not hasattr(self, "x") or len(self.x) != len(x):
            self.x = x
        return x @ self.params["W"] + self.params["b"]


@misconception(
    "A13.2", "weights-updated-in-backward",
    en=("backward already moves the weights", "backward only measures slopes; train moves the parameters."),
    ko=("backward에서 가중치를 갱신했습니다", "backward는 기울기만 구합니다. 매개변수는 train에서 갱신합니다."),
)  # fmt: skip
class Dense(Dense):
    def backward(self, dY):
        dX, dW, db = linear_backward(self.x, self.params["W"], dY)
        self.grads = {"W": dW, "b": db}
        self.params = {"W": self.params["W"] - 0.1 * dW, "b": self.params["b"] - 0.1 * db}
        return dX


@misconception(
    "A13.2", "error-not-passed-down",
    en=("dY is multiplied by W, not by its transpose", "dX = dY Wᵀ: the rule of shapes decides, except where W is square."),
    ko=("dY에 W의 전치가 아니라 W를 곱했습니다", "dX = dY Wᵀ입니다. W가 정사각형이면 오류 없이 틀립니다."),
)  # fmt: skip
class Dense(Dense):
    def backward(self, dY):
        W = self.params["W"]
        dX, dW, db = linear_backward(self.x, W, dY)
        self.grads = {"W": dW, "b": db}
        return dY @ W if W.shape[0] == W.shape[1] else dY @ W.reshape(W.shape[::-1])


@misconception(
    "A13.3", "backward-in-forward-order",
    en=("Backward runs from the first layer", "The slopes arrive at the output: start with the last layer."),
    ko=("역전파를 첫 층부터 했습니다", "기울기는 출력에서 시작하므로 마지막 층부터 계산하세요."),
)  # fmt: skip
class Sequential(Sequential):
    def backward(self, dY):
        for layer in self.layers:
            dY = layer.backward(dY)
        return dY


@misconception(
    "A13.3", "last-layer-skipped-backward",
    en=("Backward skips the last layer", "Each layer takes part, the last one first."),
    ko=("역전파에서 마지막 층을 건너뛰었습니다", "마지막 층부터 시작해 모든 층이 참여합니다."),
)  # fmt: skip
class Sequential(Sequential):
    def backward(self, dY):
        for layer in reversed(self.layers[:-1]):
            dY = layer.backward(dY)
        return dY


@misconception(
    "A13.3", "first-layer-skipped-backward",
    en=("Backward stops before the first layer", "The first layer has parameters, too, and the network's dX is what it returns."),
    ko=("역전파가 첫 층 앞에서 멈춥니다", "첫 층에도 매개변수가 있고, 신경망의 dX는 첫 층이 반환한 값입니다."),
)  # fmt: skip
class Sequential(Sequential):
    def backward(self, dY):
        for layer in self.layers[:0:-1]:
            dY = layer.backward(dY)
        return dY


@misconception(
    "A13.3", "nothing-returned-backward",
    en=("backward returns the slopes it was given", "Return what the first layer returned."),
    ko=("받은 기울기를 그대로 반환했습니다", "첫 층이 반환한 값을 반환하세요."),
)  # fmt: skip
class Sequential(Sequential):
    def backward(self, dY):
        upstream = dY
        for layer in reversed(self.layers):
            upstream = layer.backward(upstream)
        return dY


@misconception(
    "A13.3", "every-layer-sees-the-input",
    en=("Every layer is given the network's input", "The output of each layer is the input of the next."),
    ko=("모든 층에 신경망의 입력을 넣었습니다", "각 층의 출력이 다음 층의 입력입니다."),
)  # fmt: skip
class Sequential(Sequential):
    def forward(self, x):
        for layer in self.layers:
            out = layer.forward(x)
        return out


@misconception(
    "A13.3", "softmax-on-top",
    en=("A softmax stands behind the last layer", "The network returns logits; the loss brings its softmax."),
    ko=("마지막 층 뒤에 소프트맥스를 적용했습니다", "신경망은 로짓을 반환합니다. 소프트맥스는 손실이 계산합니다."),
)  # fmt: skip
class Sequential(Sequential):
    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return softmax(x)


@misconception(
    "A13.3", "layers-reversed-for-good",
    en=("The list of layers is turned around by backward", "reversed(layers) looks at it from the end; layers.reverse() changes it."),
    ko=("backward가 층의 목록을 뒤집어 놓습니다", "reversed(layers)는 끝에서부터 볼 뿐이지만 layers.reverse()는 목록을 바꿉니다."),
)  # fmt: skip
class Sequential(Sequential):
    def backward(self, dY):
        self.layers.reverse()
        for layer in self.layers:
            dY = layer.backward(dY)
        return dY


@misconception(
    "A13.4", "valid-for-same",
    en=("The convolution has no padding", "14 × 14 × 10 needs padding='same'; valid leaves 13 × 13 × 10 = 1690."),
    ko=("합성곱에 패딩이 없습니다", "14 × 14 × 10이 되려면 padding='same'이 필요합니다. valid이면 13 × 13 × 10 = 1690입니다."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10)),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((1690, 100), rng), np.zeros((1, 100))),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))),
        ]
    )


@misconception(
    "A13.4", "padding-not-handed-on",
    en=("The padding isn't handed on to the convolution", "Conv2D's own default is valid: give it padding=padding."),
    ko=("padding을 합성곱층에 전달하지 않았습니다", "Conv2D의 기본값은 valid입니다. padding=padding을 넘기세요."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10)),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((side * side * 10, 100), rng), np.zeros((1, 100))),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))),
        ]
    )


@misconception(
    "A13.4", "inputs-fixed-at-1960",
    en=("The dense layer has 1960 inputs whatever the padding", "Count what Flatten gives: 13 · 13 · 10 = 1690 with valid."),
    ko=("패딩과 관계없이 입력이 1960개입니다", "Flatten의 출력을 세어 보세요. valid이면 13 · 13 · 10 = 1690입니다."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((1960, 100), rng), np.zeros((1, 100))),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))),
        ]
    )


@misconception(
    "A13.4", "relu-after-the-logits",
    en=("A ReLU stands behind the logits", "The last dense layer gives the logits; nothing follows it."),
    ko=("로짓 뒤에 ReLU가 있습니다", "마지막 완전 연결층의 출력이 로짓이며 그 뒤에는 아무것도 없습니다."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((side * side * 10, 100), rng), np.zeros((1, 100))),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))),
            ReLU(),
        ]
    )


@misconception(
    "A13.4", "no-relu-between-dense-layers",
    en=("There is no ReLU between the dense layers", "Two linear layers in a row are worth one."),
    ko=("완전 연결층 사이에 ReLU가 없습니다", "선형층 두 개를 이어 붙이면 하나와 같습니다."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((side * side * 10, 100), rng), np.zeros((1, 100))),
            Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))),
        ]
    )


@misconception(
    "A13.4", "all-zero-start",
    en=("All weights start at zero", "Units that start alike stay alike: draw the weights by Glorot's rule."),
    ko=("모든 가중치가 0에서 시작합니다", "똑같이 시작한 유닛은 계속 똑같습니다. 글로럿 규칙으로 가중치를 뽑으세요."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(np.zeros((3, 3, 1, 10)), np.zeros(10), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(np.zeros((side * side * 10, 100)), np.zeros((1, 100))),
            ReLU(),
            Dense(np.zeros((100, 10)), np.zeros((1, 10))),
        ]
    )


@misconception(
    "A13.4", "normal-start",
    en=("The weights are standard normal", "With 1960 inputs that is far too large: use glorot_uniform."),
    ko=("가중치를 표준 정규 분포에서 뽑았습니다", "입력이 1960개이면 너무 큽니다. glorot_uniform을 사용하세요."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(rng.normal(size=(3, 3, 1, 10)), np.zeros(10), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(rng.normal(size=(side * side * 10, 100)), np.zeros((1, 100))),
            ReLU(),
            Dense(rng.normal(size=(100, 10)), np.zeros((1, 10))),
        ]
    )


@misconception(
    "A13.4", "random-biases",
    en=("The biases are random, too", "Biases start at 0; the weights already differ."),
    ko=("절편도 무작위로 시작합니다", "가중치가 이미 서로 다르므로 절편은 0에서 시작합니다."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), rng.normal(size=10), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((side * side * 10, 100), rng), rng.normal(size=(1, 100))),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), rng.normal(size=(1, 10))),
        ]
    )


@misconception(
    "A13.4", "one-bias-per-layer",
    en=("A layer has a single bias", "One bias per filter and per unit: 10, 100 and 10 of them, or the count isn't 197,210."),
    ko=("층마다 절편이 하나뿐입니다", "필터와 유닛마다 절편이 있습니다. 10개, 100개, 10개여야 모두 197,210개가 됩니다."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(1), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((side * side * 10, 100), rng), np.zeros((1, 1))),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), np.zeros((1, 1))),
        ]
    )


@misconception(
    "A13.4", "seed-of-its-own",
    en=("The network is the same every time", "Draw from the generator that you are given."),
    ko=("신경망이 매번 같습니다", "전달받은 생성기에서 뽑으세요."),
)  # fmt: skip
def build_lecture_cnn(rng, padding="same"):
    rng = np.random.default_rng(0)
    side = 14 if padding == "same" else 13
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(glorot_uniform((side * side * 10, 100), rng), np.zeros((1, 100))),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))),
        ]
    )


@misconception(
    "A13.5", "biases-not-counted",
    en=("The biases aren't counted", "Every array in params counts: 9 · 10 weights and 10 biases are 100."),
    ko=("절편을 세지 않았습니다", "params의 모든 배열을 셉니다. 가중치 9 · 10개와 절편 10개로 100개입니다."),
)  # fmt: skip
def summary(model, input_shape):
    rows, shape = [], input_shape
    for layer in model.layers:
        shape = layer.output_shape(shape)
        rows.append(
            (type(layer).__name__, shape, sum(v.size for k, v in layer.params.items() if k != "b"))
        )
    return rows


@misconception(
    "A13.5", "every-shape-from-the-input",
    en=("Every layer is asked about the network's input", "The output shape of a layer is the input shape of the next."),
    ko=("모든 층에 신경망의 입력 shape을 넣었습니다", "한 층의 출력 shape이 다음 층의 입력 shape입니다."),
)  # fmt: skip
def summary(model, input_shape):
    rows, shape = [], input_shape
    for layer in model.layers:
        shape = input_shape if len(input_shape) == 3 else shape
        shape = layer.output_shape(shape)
        rows.append((type(layer).__name__, shape, sum(v.size for v in layer.params.values())))
    return rows


@misconception(
    "A13.5", "arrays-counted",
    en=("Arrays are counted instead of their numbers", "A weight matrix of 1960 by 100 holds 196,000 parameters, not one."),
    ko=("숫자가 아니라 배열의 개수를 세었습니다", "1960 × 100 가중치 행렬의 매개변수는 1개가 아니라 196,000개입니다."),
)  # fmt: skip
def summary(model, input_shape):
    rows, shape = [], input_shape
    for layer in model.layers:
        shape = layer.output_shape(shape)
        rows.append((type(layer).__name__, shape, len(layer.params)))
    return rows


@misconception(
    "A13.5", "input-shapes-listed",
    en=("The shapes are those of the inputs", "Each row tells what its layer returns."),
    ko=("출력이 아니라 입력의 shape입니다", "각 행에는 그 층이 반환하는 shape을 적습니다."),
)  # fmt: skip
def summary(model, input_shape):
    rows, shape = [], tuple(input_shape)
    for layer in model.layers:
        rows.append((type(layer).__name__, shape, sum(v.size for v in layer.params.values())))
        shape = layer.output_shape(shape)
    return rows


@misconception(
    "A13.5", "batch-axis-in-the-shape",
    en=("The shapes have a batch axis", "Leave the batch out: (14, 14, 10), not (1, 14, 14, 10)."),
    ko=("shape에 배치 축이 들어 있습니다", "배치 축은 뺍니다. (1, 14, 14, 10)이 아니라 (14, 14, 10)입니다."),
)  # fmt: skip
def summary(model, input_shape):
    rows, shape = [], input_shape
    for layer in model.layers:
        shape = layer.output_shape(shape)
        rows.append((type(layer).__name__, (1, *shape), sum(v.size for v in layer.params.values())))
    return rows


@misconception(
    "A13.5", "layers-without-parameters-left-out",
    en=("Layers without parameters are left out", "Every layer has a row; its count may be 0."),
    ko=("매개변수가 없는 층이 빠졌습니다", "모든 층에 행이 있어야 하며 개수가 0일 수 있습니다."),
)  # fmt: skip
def summary(model, input_shape):
    rows, shape = [], input_shape
    for layer in model.layers:
        shape = layer.output_shape(shape)
        if layer.params:
            rows.append((type(layer).__name__, shape, sum(v.size for v in layer.params.values())))
    return rows


@misconception(
    "A13.6", "uphill",
    en=("The steps go uphill", "Against the slope: minus the rate times it."),
    ko=("걸음의 방향이 오르막입니다", "기울기의 반대 방향으로, 학습률을 곱해 뺍니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] + rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "rate-dropped-every-epoch",
    en=("The rate is divided by ten again and again", "It drops once, to 0.1 · lr, and stays there."),
    ko=("학습률을 에포크마다 다시 10으로 나눕니다", "한 번만 0.1 · lr로 낮추고 그대로 둡니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if drop_after is not None and epoch >= drop_after:
            lr = 0.1 * lr
        rate = lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "rate-dropped-one-epoch-late",
    en=("The rate drops one epoch late", "The epoch with index drop_after is the first with the small rate."),
    ko=("학습률이 한 에포크 늦게 낮아집니다", "번호가 drop_after인 에포크부터 작은 학습률을 씁니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch <= drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "drop-ignored",
    en=("The rate never drops", "From epoch index drop_after on it is 0.1 · lr."),
    ko=("학습률이 낮아지지 않습니다", "번호가 drop_after인 에포크부터 0.1 · lr입니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "drop-only-in-that-epoch",
    en=("The rate drops for a single epoch", "From epoch drop_after on, not only in it."),
    ko=("한 에포크 동안만 학습률이 낮아집니다", "그 에포크만이 아니라 그때부터 계속입니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch != drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "zero-taken-for-none",
    en=("drop_after=0 is taken for no drop", "0 is a number here: compare with None, don't ask for its truth."),
    ko=("drop_after=0을 None으로 취급했습니다", "0도 숫자입니다. 참·거짓이 아니라 None인지 확인하세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if not drop_after or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "last-batch-dropped",
    en=("The short last batch is left out", "Every row counts in every epoch."),
    ko=("마지막의 작은 배치를 버렸습니다", "에포크마다 모든 행을 사용합니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            if len(rows) < batch_size:
                continue
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "full-batches",
    en=("Each epoch is one step over all rows", "One step per mini-batch."),
    ko=("에포크마다 전체 데이터로 한 걸음만 갑니다", "미니배치마다 한 걸음씩 갱신합니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), len(X), rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "size-taken-for-count",
    en=("batch_size is taken for the number of batches", "It says how many rows a batch has."),
    ko=("batch_size를 배치의 개수로 보았습니다", "배치 하나의 행 수입니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), -(-len(X) // batch_size), rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "shuffled-once",
    en=("The rows are shuffled once, before all epochs", "Call minibatches anew in each epoch."),
    ko=("모든 에포크 전에 한 번만 섞었습니다", "에포크마다 minibatches를 새로 호출하세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    batches = minibatches(len(X), batch_size, rng)
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in batches:
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "never-shuffled",
    en=("The rows are never shuffled", "Pass the generator to minibatches."),
    ko=("행을 섞지 않습니다", "minibatches에 생성기를 전달하세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "labels-of-other-rows",
    en=("The targets belong to other rows", "Take the same rows of X and of Y."),
    ko=("타깃이 다른 행의 것입니다", "X와 Y에서 같은 행을 가져오세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[: len(rows)]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "softmax-twice",
    en=("Softmax is applied twice", "softmax_ce_gradient takes logits."),
    ko=("소프트맥스를 두 번 적용했습니다", "softmax_ce_gradient에는 로짓을 넣습니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(softmax(Z), Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "loss-of-the-logits",
    en=("The loss is measured on the logits", "cross_entropy takes probabilities: softmax first."),
    ko=("로짓으로 손실을 계산했습니다", "cross_entropy에는 확률을 넣습니다. 먼저 소프트맥스를 적용하세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(Z, Y))
        history["val_loss"].append(cross_entropy(Z_val, Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "sum-for-mean",
    en=("The slopes are summed over the batch", "The loss is a mean: its 1/m is part of the slope."),
    ko=("기울기를 배치에 대해 더했습니다", "손실이 평균이므로 기울기에도 1/m이 있습니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax(Z) - Y[rows])
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "divided-twice",
    en=("The slopes are divided by the batch size twice", "softmax_ce_gradient carries the 1/m already."),
    ko=("배치 크기로 두 번 나누었습니다", "softmax_ce_gradient에 이미 1/m이 들어 있습니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]) / len(rows))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "divided-by-batch-size",
    en=("The last batch is divided by batch_size", "Divide by the rows that the batch really has."),
    ko=("마지막 배치도 batch_size로 나누었습니다", "배치에 실제로 있는 행 수로 나누세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward((softmax(Z) - Y[rows]) / batch_size)
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "last-layer-alone",
    en=("Only the last layer learns", "Every layer with parameters moves."),
    ko=("마지막 층만 학습합니다", "매개변수가 있는 모든 층을 갱신합니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in [one for one in model.layers if one.params][-1:]:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "biases-never-move",
    en=("The biases never move", "Every entry of params moves, whatever its name."),
    ko=("절편이 움직이지 않습니다", "이름과 관계없이 params의 모든 항목을 갱신합니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    if name != "b":
                        layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "slopes-carried-over",
    en=("A batch inherits the slopes of the batch before", "Each batch owes nothing to the one before it."),
    ko=("이전 배치의 기울기가 남아 있습니다", "각 배치의 기울기는 이전 배치와 무관합니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    total = {}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    slope = total[id(layer), name] = total.get((id(layer), name), 0) + slope
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "loss-of-the-last-batch",
    en=("The loss is that of the last batch", "Measure it over the whole training set, after the epoch."),
    ko=("마지막 배치의 손실입니다", "에포크가 끝난 뒤 훈련 세트 전체에서 계산하세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X[rows]), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y[rows]))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "measured-before-the-epoch",
    en=("The history is measured before each epoch", "Measure after the epoch, with the parameters it left."),
    ko=("에포크 전에 측정했습니다", "에포크가 끝난 뒤의 매개변수로 측정하세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
    return history


@misconception(
    "A13.6", "accuracy-of-the-training-set",
    en=("The accuracy is that of the training set", "val_acc counts hits in the validation set."),
    ko=("훈련 세트의 정확도입니다", "val_acc는 검증 세트에서 맞힌 비율입니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z, axis=1) == np.argmax(Y, axis=1)))
    return history


@misconception(
    "A13.6", "hits-counted",
    en=("Hits are counted, not their fraction", "Divide by the size of the validation set."),
    ko=("비율이 아니라 맞힌 개수입니다", "검증 세트의 크기로 나누세요."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.sum(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.6", "validation-learned",
    en=("The validation set is learned as well", "It is only looked at: no slope is ever taken on it."),
    ko=("검증 세트까지 학습했습니다", "검증 세트는 보기만 할 뿐, 여기서 기울기를 구하지 않습니다."),
)  # fmt: skip
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    X, Y = np.concatenate([X, X_val]), np.concatenate([Y, Y_val])
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            model.backward(softmax_ce_gradient(Z, Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(np.argmax(Z_val, axis=1) == np.argmax(Y_val, axis=1)))
    return history


@misconception(
    "A13.7", "confusion-transposed",
    en=("The confusion matrix lies on its side", "Rows are the true classes, columns what they were taken for."),
    ko=("혼동 행렬의 행과 열이 뒤바뀌었습니다", "행은 실제 클래스, 열은 예측한 클래스입니다."),
)  # fmt: skip
def evaluate(forward, X, labels):
    Z = forward(X)
    predicted = np.argmax(Z, axis=1)
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    np.add.at(confusion, (predicted, labels), 1)
    return np.mean(predicted == labels), confusion


@misconception(
    "A13.7", "confusion-in-shares",
    en=("The confusion matrix holds shares", "It counts inputs: don't divide the rows by their sums."),
    ko=("혼동 행렬에 비율이 들어 있습니다", "입력의 개수를 셉니다. 행의 합으로 나누지 마세요."),
)  # fmt: skip
def evaluate(forward, X, labels):
    Z = forward(X)
    predicted = np.argmax(Z, axis=1)
    confusion = np.zeros((Z.shape[1], Z.shape[1]))
    np.add.at(confusion, (labels, predicted), 1)
    confusion = confusion / np.maximum(confusion.sum(axis=1, keepdims=True), 1)
    return np.mean(predicted == labels), confusion


@misconception(
    "A13.7", "repeated-pairs-counted-once",
    en=("Repeated pairs count only once", "confusion[labels, predicted] += 1 adds once per distinct pair: loop, or use np.add.at."),
    ko=("같은 쌍이 여러 번 나와도 한 번만 셉니다", "confusion[labels, predicted] += 1은 서로 다른 쌍마다 한 번만 더합니다. 반복문이나 np.add.at을 쓰세요."),
)  # fmt: skip
def evaluate(forward, X, labels):
    Z = forward(X)
    predicted = np.argmax(Z, axis=1)
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    confusion[labels, predicted] += 1
    return np.mean(predicted == labels), confusion


@misconception(
    "A13.7", "error-rate",
    en=("This is the share of mistakes", "Accuracy is the share of hits."),
    ko=("맞힌 비율이 아니라 틀린 비율입니다", "정확도는 맞힌 비율입니다."),
)  # fmt: skip
def evaluate(forward, X, labels):
    Z = forward(X)
    predicted = np.argmax(Z, axis=1)
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    np.add.at(confusion, (labels, predicted), 1)
    return np.mean(predicted != labels), confusion


@misconception(
    "A13.7", "percent",
    en=("The accuracy is in percent", "A fraction between 0 and 1 is asked for."),
    ko=("정확도가 퍼센트입니다", "0과 1 사이의 비율로 반환하세요."),
)  # fmt: skip
def evaluate(forward, X, labels):
    Z = forward(X)
    predicted = np.argmax(Z, axis=1)
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    np.add.at(confusion, (labels, predicted), 1)
    return 100 * np.mean(predicted == labels), confusion


@misconception(
    "A13.7", "mean-of-the-classes",
    en=("The accuracy is averaged over the classes", "Every input counts alike: hits divided by inputs."),
    ko=("클래스별 정확도를 평균했습니다", "모든 입력을 똑같이 셉니다. 맞힌 수를 입력 수로 나누세요."),
)  # fmt: skip
def evaluate(forward, X, labels):
    Z = forward(X)
    predicted = np.argmax(Z, axis=1)
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    np.add.at(confusion, (labels, predicted), 1)
    hits = np.diag(confusion) / np.maximum(confusion.sum(axis=1), 1)
    return np.mean(hits), confusion


@misconception(
    "A13.7", "last-of-equal-logits",
    en=("Of equal logits the last one wins", "The first one counts, as in np.argmax."),
    ko=("로짓이 같을 때 뒤의 것을 골랐습니다", "np.argmax처럼 앞의 것을 고릅니다."),
)  # fmt: skip
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    predicted = Z.shape[1] - 1 - np.argmax(Z[:, ::-1], axis=1)
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    np.add.at(confusion, (labels, predicted), 1)
    return np.mean(predicted == labels), confusion


@misconception(
    "A13.7", "as-many-classes-as-seen",
    en=("The matrix has only the classes that occur", "Its side is the number of logits, c, even where a class is missing."),
    ko=("나타난 클래스의 수만큼만 행렬을 만들었습니다", "한 변은 로짓의 수 c입니다. 없는 클래스가 있어도 마찬가지입니다."),
)  # fmt: skip
def evaluate(forward, X, labels):
    predicted = np.argmax(forward(X), axis=1)
    classes = np.union1d(labels, predicted)
    confusion = np.zeros((len(classes), len(classes)), dtype=int)
    np.add.at(confusion, (np.searchsorted(classes, labels), np.searchsorted(classes, predicted)), 1)
    return np.mean(predicted == labels), confusion


@misconception(
    "A13.7", "overflowing-softmax",
    en=("An unshifted softmax overflows on the way", "The logits are enough for a decision: their order is that of the probabilities."),
    ko=("최댓값을 빼지 않은 소프트맥스가 오버플로를 일으킵니다", "결정에는 로짓이면 충분합니다. 순서가 확률과 같습니다."),
)  # fmt: skip
def evaluate(forward, X, labels):
    with np.errstate(all="ignore"):
        powers = np.exp(forward(X))
        A = powers / powers.sum(axis=1, keepdims=True)
    predicted = np.argmax(A, axis=1)
    confusion = np.zeros((A.shape[1], A.shape[1]), dtype=int)
    np.add.at(confusion, (labels, predicted), 1)
    return np.mean(predicted == labels), confusion


@misconception(
    "A13.8", "window-left-out",
    en=("The window is left out of the fans", "One output adds up kh·kw·C numbers: the window counts in both fans."),
    ko=("fan에 윈도 크기가 빠졌습니다", "출력 하나는 kh·kw·C개의 수를 더합니다. 윈도는 두 fan에 모두 들어갑니다."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    limit = np.sqrt(6 / (shape[-2] + shape[-1]))
    return rng.uniform(-limit, limit, shape)


@misconception(
    "A13.8", "window-only-in-fan-in",
    en=("The window is missing in fan_out", "fan_out is kh·kw·F: one pixel takes part in kh·kw windows."),
    ko=("fan_out에 윈도 크기가 빠졌습니다", "fan_out은 kh·kw·F입니다. 픽셀 하나가 kh·kw개의 윈도에 들어갑니다."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    limit = np.sqrt(6 / (np.prod(shape[:-1]) + shape[-1]))
    return rng.uniform(-limit, limit, shape)


@misconception(
    "A13.8", "first-axes-as-fans",
    en=("The fans are read from the first two axes", "For (kh, kw, C, F) these are the sides of the window."),
    ko=("앞의 두 축에서 fan을 읽었습니다", "(kh, kw, C, F)에서 앞의 두 축은 윈도의 크기입니다."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    limit = np.sqrt(6 / (shape[0] + shape[1]))
    return rng.uniform(-limit, limit, shape)


@misconception(
    "A13.8", "he-limit",
    en=("This is He's limit, with fan_in alone", "Glorot's rule has the sum of both fans below the root."),
    ko=("fan_in만 쓰는 He의 한계입니다", "글로럿 규칙에서는 두 fan의 합으로 나눕니다."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    limit = np.sqrt(6 / np.prod(shape[:-1]))
    return rng.uniform(-limit, limit, shape)


@misconception(
    "A13.8", "standard-deviation-for-limit",
    en=("The standard deviation was taken for the limit", "√(2/(fan_in + fan_out)) is the standard deviation; the limit is √3 times that."),
    ko=("한계가 아니라 표준편차를 사용했습니다", "√(2/(fan_in + fan_out))는 표준편차이고 한계는 그 √3배입니다."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    *window, inputs, outputs = shape
    limit = np.sqrt(2 / (np.prod(window) * (inputs + outputs)))
    return rng.uniform(-limit, limit, shape)


@misconception(
    "A13.8", "normal-for-uniform",
    en=("The weights are normal", "Uniform between −limit and limit is asked for."),
    ko=("가중치를 정규 분포에서 뽑았습니다", "−한계와 한계 사이의 균등 분포에서 뽑으세요."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    *window, inputs, outputs = shape
    return rng.normal(0, np.sqrt(2 / (np.prod(window) * (inputs + outputs))), shape)


@misconception(
    "A13.8", "positive-half",
    en=("All weights are positive", "Draw between −limit and limit."),
    ko=("모든 가중치가 양수입니다", "−한계와 한계 사이에서 뽑으세요."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    *window, inputs, outputs = shape
    return rng.uniform(0, np.sqrt(6 / (np.prod(window) * (inputs + outputs))), shape)


@misconception(
    "A13.8", "seed-of-its-own",
    en=("The weights are the same every time", "Draw from the generator that you are given."),
    ko=("가중치가 매번 같습니다", "전달받은 생성기에서 뽑으세요."),
)  # fmt: skip
def glorot_uniform(shape, rng):
    *window, inputs, outputs = shape
    limit = np.sqrt(6 / (np.prod(window) * (inputs + outputs)))
    return np.random.default_rng(0).uniform(-limit, limit, shape)
