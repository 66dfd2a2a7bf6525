"""What students get wrong in A08: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a08_two_layer_network import *

from autograder.checks import misconception


@misconception(
    "A08.1", "all-zeros",
    en=("The weights start at zero", "Equal hidden units stay equal for ever: draw the weights at random."),
    ko=("가중치가 0에서 시작합니다", "똑같은 은닉 유닛은 영원히 똑같습니다. 가중치를 무작위로 뽑으세요."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    return {
        "W1": np.zeros((n, k)),
        "b1": np.zeros((1, k)),
        "W2": np.zeros((k, out)),
        "b2": np.zeros((1, out)),
    }


@misconception(
    "A08.1", "all-ones",
    en=("All weights start alike", "Equal hidden units stay equal for ever, whatever the common value is."),
    ko=("모든 가중치가 같은 값에서 시작합니다", "값이 무엇이든 똑같은 은닉 유닛은 영원히 똑같습니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    return {
        "W1": np.ones((n, k)),
        "b1": np.zeros((1, k)),
        "W2": np.ones((k, out)),
        "b2": np.zeros((1, out)),
    }


@misconception(
    "A08.1", "one-column-repeated",
    en=("One random column for all hidden units", "Every weight needs a draw of its own, or the units remain copies."),
    ko=("무작위 열 하나를 모든 은닉 유닛에 썼습니다", "가중치마다 따로 뽑아야 합니다. 그렇지 않으면 유닛이 모두 같습니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    W1 = np.repeat(rng.normal(size=(n, 1)), k, axis=1)
    W2 = np.repeat(rng.normal(size=(1, out)), k, axis=0)
    return {"W1": W1, "b1": np.zeros((1, k)), "W2": W2, "b2": np.zeros((1, out))}


@misconception(
    "A08.1", "uniform-for-normal",
    en=("The weights are drawn uniformly", "The standard normal distribution: rng.normal or rng.standard_normal, not rng.random."),
    ko=("가중치를 균등 분포에서 뽑았습니다", "표준 정규 분포입니다. rng.random이 아니라 rng.normal이나 rng.standard_normal을 쓰세요."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    W1, W2 = rng.uniform(-1, 1, (n, k)), rng.uniform(-1, 1, (k, out))
    return {"W1": W1, "b1": np.zeros((1, k)), "W2": W2, "b2": np.zeros((1, out))}


@misconception(
    "A08.1", "scaled-down",
    en=("The weights are a hundred times too small", "The standard deviation here is 1; nearly equal units take very long to part."),
    ko=("가중치가 100배나 작습니다", "여기서 표준편차는 1입니다. 거의 같은 유닛은 서로 달라지는 데 오래 걸립니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    W1, W2 = 0.01 * rng.normal(size=(n, k)), 0.01 * rng.normal(size=(k, out))
    return {"W1": W1, "b1": np.zeros((1, k)), "W2": W2, "b2": np.zeros((1, out))}


@misconception(
    "A08.1", "random-biases",
    en=("The biases are random, too", "The biases start at zero; the weights alone break the symmetry."),
    ko=("절편도 무작위입니다", "절편은 0에서 시작합니다. 대칭은 가중치만으로 깨집니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    return {
        "W1": rng.normal(size=(n, k)), "b1": rng.normal(size=(1, k)),
        "W2": rng.normal(size=(k, out)), "b2": rng.normal(size=(1, out)),
    }  # fmt: skip


@misconception(
    "A08.1", "flat-biases",
    en=("The biases have shape (k,)", "A row, (1, k), in this course: two pairs of brackets in np.zeros((1, k))."),
    ko=("절편의 shape이 (k,)입니다", "이 과정에서는 행 (1, k)입니다. np.zeros((1, k))처럼 괄호를 두 번 씁니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    return {
        "W1": rng.normal(size=(n, k)),
        "b1": np.zeros(k),
        "W2": rng.normal(size=(k, out)),
        "b2": np.zeros(out),
    }


@misconception(
    "A08.1", "weights-transposed",
    en=("One row per hidden unit", "In this course W1 has one column per unit, (n, k), so that X @ W1 fits."),
    ko=("은닉 유닛마다 행 하나입니다", "이 과정에서 W1은 유닛마다 열 하나인 (n, k)입니다. 그래야 X @ W1이 맞습니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    return {
        "W1": rng.normal(size=(k, n)),
        "b1": np.zeros((1, k)),
        "W2": rng.normal(size=(out, k)),
        "b2": np.zeros((1, out)),
    }


@misconception(
    "A08.1", "own-seed",
    en=("A generator with a seed of its own", "Draw from the rng that is handed in; a fixed seed gives every caller the same weights."),
    ko=("시드를 고정한 생성기를 따로 만들었습니다", "넘겨받은 rng에서 뽑으세요. 시드를 고정하면 누가 불러도 같은 가중치가 나옵니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    rng = np.random.default_rng(42)
    return {
        "W1": rng.normal(size=(n, k)),
        "b1": np.zeros((1, k)),
        "W2": rng.normal(size=(k, out)),
        "b2": np.zeros((1, out)),
    }


@misconception(
    "A08.1", "global-randomness",
    en=("The global np.random is used", "Draw from the rng that is handed in, or no run can be repeated."),
    ko=("전역 np.random을 썼습니다", "넘겨받은 rng에서 뽑으세요. 그렇지 않으면 실행을 되풀이할 수 없습니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    W1, W2 = np.random.randn(n, k), np.random.randn(k, out)
    return {"W1": W1, "b1": np.zeros((1, k)), "W2": W2, "b2": np.zeros((1, out))}


@misconception(
    "A08.1", "out-ignored",
    en=("The number of output units is ignored", "W2 is (k, out) and b2 is (1, out)."),
    ko=("출력 유닛의 수를 무시했습니다", "W2는 (k, out)이고 b2는 (1, out)입니다."),
)  # fmt: skip
def init_params(n, k, rng, out=1):
    return {
        "W1": rng.normal(size=(n, k)),
        "b1": np.zeros((1, k)),
        "W2": rng.normal(size=(k, 1)),
        "b2": np.zeros((1, 1)),
    }


@misconception(
    "A08.2", "hidden-sigmoid-forgotten",
    en=("The hidden layer has no activation", "A1 = sigmoid(Z1). Without it, two layers are worth one."),
    ko=("은닉층에 활성화 함수가 없습니다", "A1 = sigmoid(Z1)입니다. 없으면 두 층이 한 층과 같습니다."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    Z2 = Z1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "A1": Z1, "Z2": Z2, "A2": sigmoid(Z2)}


@misconception(
    "A08.2", "output-sigmoid-forgotten",
    en=("The output layer has no activation", "A2 = sigmoid(Z2): a probability."),
    ko=("출력층에 활성화 함수가 없습니다", "A2 = sigmoid(Z2), 곧 확률입니다."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": Z2}


@misconception(
    "A08.2", "second-layer-reads-z1",
    en=("The second layer is fed with Z1", "Its input is what the hidden units answered, A1."),
    ko=("두 번째 층에 Z1을 넣었습니다", "두 번째 층의 입력은 은닉 유닛의 출력 A1입니다."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    Z2 = Z1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "A1": sigmoid(Z1), "Z2": Z2, "A2": sigmoid(Z2)}


@misconception(
    "A08.2", "biases-forgotten",
    en=("The biases are missing", "Both layers add theirs: Z = input @ W + b."),
    ko=("절편이 빠졌습니다", "두 층 모두 절편을 더합니다: Z = 입력 @ W + b."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


@misconception(
    "A08.2", "output-bias-forgotten",
    en=("The output's bias is missing", "b2 belongs to the output layer; it isn't the second hidden unit's bias."),
    ko=("출력층의 절편이 빠졌습니다", "b2는 두 번째 은닉 유닛이 아니라 출력층의 절편입니다."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


@misconception(
    "A08.2", "output-bias-for-both",
    en=("Hidden units and output share the bias b2", "The slides use b2 twice; here the number is the layer's: b1 for the hidden layer."),
    ko=("은닉층과 출력층이 절편 b2를 함께 씁니다", "슬라이드는 b2를 두 번 쓰지만 여기서 번호는 층의 번호입니다. 은닉층은 b1입니다."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b2"][:, :1]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


@misconception(
    "A08.2", "sigmoid-twice",
    en=("The output goes through the sigmoid twice", "Once per layer: A2 = sigmoid(Z2)."),
    ko=("출력에 시그모이드를 두 번 적용했습니다", "층마다 한 번입니다: A2 = sigmoid(Z2)."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = sigmoid(A1 @ params["W2"] + params["b2"])
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


@misconception(
    "A08.2", "tanh-hidden",
    en=("The hidden activation is tanh", "A fine choice elsewhere; here both layers use the sigmoid."),
    ko=("은닉층의 활성화 함수가 tanh입니다", "다른 곳에서는 좋은 선택이지만 여기서는 두 층 모두 시그모이드를 씁니다."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = np.tanh(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


@misconception(
    "A08.2", "names-swapped",
    en=("Z and A have swapped names", "Z is the linear output, A = sigmoid(Z) the activation."),
    ko=("Z와 A의 이름이 뒤바뀌었습니다", "Z는 선형 출력이고 A = sigmoid(Z)는 활성화 값입니다."),
)  # fmt: skip
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    return {"Z1": A1, "A1": Z1, "Z2": sigmoid(Z2), "A2": Z2}


@misconception(
    "A08.2", "output-alone-returned",
    en=("Only the output is returned", "The way back needs all four: return the dict Z1, A1, Z2, A2."),
    ko=("출력만 반환했습니다", "역전파에는 네 값이 모두 필요합니다. Z1, A1, Z2, A2의 dict를 반환하세요."),
)  # fmt: skip
def forward(params, X):
    return sigmoid(sigmoid(X @ params["W1"] + params["b1"]) @ params["W2"] + params["b2"])


@misconception(
    "A08.3", "extra-sigmoid-derivative",
    en=("An extra factor A2(1 − A2)", "That belongs to the squared error; the cross-entropy has cancelled it."),
    ko=("A2(1 − A2)가 한 번 더 곱해졌습니다", "제곱 오차에서 쓰는 인수입니다. 크로스 엔트로피에서는 약분됩니다."),
)  # fmt: skip
def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError("shapes differ")
    return (A2 - Y) * A2 * (1 - A2) / len(Y)


# Equal on every input: the mean left out of the gradient alone, and the gradient of a summed loss.
@misconception(
    "A08.3", "mean-forgotten",
    en=("The 1/m is missing, as on the slides", "The loss is a mean over m samples; its gradient carries 1/m."),
    ko=("슬라이드처럼 1/m이 빠졌습니다", "손실은 샘플 m개의 평균이므로 기울기에도 1/m이 붙습니다."),
)  # fmt: skip
def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError("shapes differ")
    return A2 - Y


@misconception(
    "A08.3", "error-sign-flipped",
    en=("The error has the wrong sign", "In this course the error is output minus target, A2 − Y."),
    ko=("오차의 부호가 반대입니다", "이 과정에서 오차는 출력에서 정답을 뺀 값, A2 − Y입니다."),
)  # fmt: skip
def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError("shapes differ")
    return (Y - A2) / len(Y)


@misconception(
    "A08.3", "divided-by-all-entries",
    en=("Divided by the number of entries, m·out", "The mean runs over the m samples; the output units are not averaged."),
    ko=("원소의 개수 m·out으로 나누었습니다", "평균은 샘플 m개에 대한 것이고, 출력 유닛은 평균하지 않습니다."),
)  # fmt: skip
def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError("shapes differ")
    return (A2 - Y) / np.size(Y)


@misconception(
    "A08.3", "slope-by-activation",
    en=("The slope with respect to A2, not Z2", "Go one step further down the chain: through the sigmoid, A2(1 − A2); much cancels."),
    ko=("Z2가 아니라 A2로 미분했습니다", "연쇄를 한 단계 더 내려가 시그모이드의 A2(1 − A2)를 곱하세요. 많은 것이 약분됩니다."),
)  # fmt: skip
def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError("shapes differ")
    return -(Y / A2 - (1 - Y) / (1 - A2)) / len(Y)


@misconception(
    "A08.3", "averaged-away",
    en=("The errors are averaged into one row", "Keep one row per sample; the 1/m only scales it."),
    ko=("오차를 한 행으로 평균했습니다", "샘플마다 한 행을 유지하세요. 1/m은 크기만 바꿉니다."),
)  # fmt: skip
def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError("shapes differ")
    return np.mean(A2 - Y, axis=0, keepdims=True)


@misconception(
    "A08.3", "shapes-broadcast",
    en=("Shapes (m, 1) and (m,) broadcast to (m, m)", "Print both shapes; refuse the pair instead of subtracting."),
    ko=("shape (m, 1)과 (m,)이 (m, m)으로 브로드캐스팅됩니다", "두 shape을 출력해 보세요. 빼지 말고 거부해야 합니다."),
)  # fmt: skip
def output_delta(A2, Y):
    return (A2 - Y) / len(Y)


@misconception(
    "A08.4", "divided-again",
    en=("Divided by m again", "dZ2 already carries 1/m: one product and one sum."),
    ko=("다시 m으로 나누었습니다", "dZ2에 이미 1/m이 들어 있습니다. 곱 하나와 합 하나뿐입니다."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1.T @ dZ2 / len(A1), np.sum(dZ2, axis=0, keepdims=True) / len(A1)


@misconception(
    "A08.4", "bias-averaged",
    en=("The bias gradient is a mean", "A sum: the 1/m is in dZ2 already."),
    ko=("절편의 기울기를 평균했습니다", "합입니다. 1/m은 이미 dZ2에 들어 있습니다."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1.T @ dZ2, np.mean(dZ2, axis=0, keepdims=True)


@misconception(
    "A08.4", "bias-summed-over-everything",
    en=("The bias gradient is a single number", "One entry per output unit: sum down the columns, axis=0, keepdims."),
    ko=("절편의 기울기가 숫자 하나입니다", "출력 유닛마다 하나씩입니다. 열을 따라 axis=0, keepdims로 더하세요."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1.T @ dZ2, np.sum(dZ2)


@misconception(
    "A08.4", "bias-gradient-flat",
    en=("The bias gradient has shape (out,)", "A gradient has the shape of its parameter, (1, out): keepdims=True."),
    ko=("절편의 기울기의 shape이 (out,)입니다", "기울기의 shape은 매개변수와 같은 (1, out)입니다: keepdims=True."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1.T @ dZ2, np.sum(dZ2, axis=0)


@misconception(
    "A08.4", "bias-summed-over-units",
    en=("The bias gradient is summed over the units", "Sum over the samples, axis=0; one entry per unit remains."),
    ko=("절편의 기울기를 유닛에 대해 더했습니다", "샘플에 대해 axis=0으로 더하세요. 유닛마다 하나가 남습니다."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1.T @ dZ2, np.sum(dZ2, axis=1, keepdims=True).T


@misconception(
    "A08.4", "transpose-forgotten",
    en=("A1 is not transposed", "(m, k)(m, out) doesn't fit; equal sizes hide the slip. A1.T @ dZ2."),
    ko=("A1을 전치하지 않았습니다", "(m, k)(m, out)은 곱할 수 없고, 크기가 같으면 실수가 드러나지 않습니다. A1.T @ dZ2입니다."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1 @ dZ2, np.sum(dZ2, axis=0, keepdims=True)


@misconception(
    "A08.4", "gradient-transposed",
    en=("dW2 lies on its side", "A gradient has the shape of its parameter, (k, out): A1.T @ dZ2."),
    ko=("dW2가 옆으로 누워 있습니다", "기울기의 shape은 매개변수와 같은 (k, out)입니다: A1.T @ dZ2."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return dZ2.T @ A1, np.sum(dZ2, axis=0, keepdims=True)


@misconception(
    "A08.4", "reshaped-for-transposed",
    en=("reshape where a transpose is meant", "The shape is right and the numbers are scrambled: A1.T."),
    ko=("전치해야 할 곳에 reshape을 썼습니다", "shape은 맞지만 숫자가 뒤섞입니다: A1.T."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1.reshape(A1.shape[1], A1.shape[0]) @ dZ2, np.sum(dZ2, axis=0, keepdims=True)


@misconception(
    "A08.4", "bias-gradient-times-input",
    en=("The bias gradient is multiplied by the activations", "∂Z2/∂b2 = 1: the errors alone are summed."),
    ko=("절편의 기울기에 활성화 값을 곱했습니다", "∂Z2/∂b2 = 1입니다. 오차만 더하세요."),
)  # fmt: skip
def output_grads(A1, dZ2):
    return A1.T @ dZ2, np.sum(A1[:, :1] * dZ2, axis=0, keepdims=True)


@misconception(
    "A08.5", "sigmoid-derivative-forgotten",
    en=("The factor A1(1 − A1) is missing", "Back through the hidden sigmoid, too: one factor per step of the forward pass."),
    ko=("A1(1 − A1)이 빠졌습니다", "은닉층의 시그모이드도 거꾸로 지나야 합니다. 순전파의 단계마다 인수가 하나씩 있습니다."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.T


@misconception(
    "A08.5", "half-the-sigmoid-derivative",
    en=("Only one of the two factors A1 and 1 − A1", "The slope of the sigmoid is the product of both."),
    ko=("A1과 1 − A1 가운데 하나만 곱했습니다", "시그모이드의 기울기는 둘의 곱입니다."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.T * (1 - A1)


@misconception(
    "A08.5", "sigmoid-of-activation",
    en=("The sigmoid is applied to A1 once more", "A1 is a sigmoid already; its slope is A1(1 − A1)."),
    ko=("A1에 시그모이드를 다시 적용했습니다", "A1은 이미 시그모이드의 출력입니다. 기울기는 A1(1 − A1)입니다."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.T * sigmoid(A1) * (1 - sigmoid(A1))


@misconception(
    "A08.5", "tanh-derivative",
    en=("The slope of tanh, 1 − A1²", "The hidden layer has a sigmoid: A1(1 − A1)."),
    ko=("tanh의 기울기 1 − A1²을 썼습니다", "은닉층의 활성화 함수는 시그모이드입니다: A1(1 − A1)."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.T * (1 - A1**2)


@misconception(
    "A08.5", "weights-forgotten",
    en=("The output layer's weights are missing", "The error comes back through W2: dZ2 @ W2.T."),
    ko=("출력층의 가중치가 빠졌습니다", "오차는 W2를 지나 되돌아옵니다: dZ2 @ W2.T."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return np.sum(dZ2, axis=1, keepdims=True) * A1 * (1 - A1)


@misconception(
    "A08.5", "weights-not-transposed",
    en=("W2 is not transposed", "(m, out)(k, out) doesn't fit; equal sizes hide the slip. dZ2 @ W2.T."),
    ko=("W2를 전치하지 않았습니다", "(m, out)(k, out)은 곱할 수 없고, 크기가 같으면 실수가 드러나지 않습니다. dZ2 @ W2.T입니다."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return (dZ2 @ W2) * A1 * (1 - A1)


@misconception(
    "A08.5", "weights-reshaped",
    en=("reshape where a transpose is meant", "With one output unit it happens to agree; with several the numbers are scrambled: W2.T."),
    ko=("전치해야 할 곳에 reshape을 썼습니다", "출력 유닛이 하나이면 우연히 맞지만 여럿이면 숫자가 뒤섞입니다: W2.T."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.reshape(W2.shape[1], W2.shape[0]) * A1 * (1 - A1)


@misconception(
    "A08.5", "entrywise-before-product",
    en=("The factor A1(1 − A1) is multiplied into W2 first", "⊙ comes after the product: (dZ2 @ W2.T) * A1 * (1 - A1)."),
    ko=("A1(1 − A1)을 먼저 W2에 곱했습니다", "⊙는 행렬 곱 다음입니다: (dZ2 @ W2.T) * A1 * (1 - A1)."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ (W2.T * A1 * (1 - A1))


@misconception(
    "A08.5", "divided-again",
    en=("Divided by m again", "dZ2 already carries 1/m; nothing is divided on the way back."),
    ko=("다시 m으로 나누었습니다", "dZ2에 이미 1/m이 들어 있습니다. 되돌아가는 길에서는 아무것도 나누지 않습니다."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.T * A1 * (1 - A1) / len(A1)


@misconception(
    "A08.5", "activations-overwritten",
    en=("A1 itself is changed", "*= changes the caller's array, and the cache with it: A1 * (1 - A1) makes a new one."),
    ko=("A1 자체를 바꾸었습니다", "*=는 넘겨받은 배열을 바꾸므로 캐시까지 바뀝니다. A1 * (1 - A1)은 새 배열을 만듭니다."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    A1 *= 1 - A1
    return (dZ2 @ W2.T) * A1


@misconception(
    "A08.5", "sign-flipped",
    en=("The sign is reversed", "A1(1 − A1) is positive; A1(A1 − 1) turns every step uphill."),
    ko=("부호가 반대입니다", "A1(1 − A1)은 양수입니다. A1(A1 − 1)을 곱하면 모든 걸음이 오르막이 됩니다."),
)  # fmt: skip
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.T * A1 * (A1 - 1)


@misconception(
    "A08.6", "mean-forgotten",
    en=("All gradients are m times too large", "The loss is a mean: dZ2 = (A2 − Y) / m."),
    ko=("모든 기울기가 m배 큽니다", "손실은 평균입니다: dZ2 = (A2 − Y) / m."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {
        "W1": X.T @ dZ1, "b1": np.sum(dZ1, axis=0, keepdims=True),
        "W2": cache["A1"].T @ dZ2, "b2": np.sum(dZ2, axis=0, keepdims=True),
    }  # fmt: skip


@misconception(
    "A08.6", "hidden-divided-again",
    en=("The hidden layer's gradients are divided by m again", "1/m entered with dZ2 and flows back by itself."),
    ko=("은닉층의 기울기를 다시 m으로 나누었습니다", "1/m은 dZ2와 함께 들어와 저절로 흘러갑니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {
        "W1": X.T @ dZ1 / len(X),
        "b1": np.mean(dZ1, axis=0, keepdims=True),
        "W2": dW2,
        "b2": db2,
    }


@misconception(
    "A08.6", "hidden-sigmoid-skipped",
    en=("The way back skips the hidden sigmoid", "dZ1 = (dZ2 @ W2.T) * A1 * (1 - A1): use hidden_delta."),
    ko=("되돌아가는 길에서 은닉층의 시그모이드를 건너뛰었습니다", "dZ1 = (dZ2 @ W2.T) * A1 * (1 - A1)입니다. hidden_delta를 쓰세요."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = dZ2 @ params["W2"].T
    return {"W1": X.T @ dZ1, "b1": np.sum(dZ1, axis=0, keepdims=True), "W2": dW2, "b2": db2}


@misconception(
    "A08.6", "output-sigmoid-twice",
    en=("The output's error has an extra factor A2(1 − A2)", "The cross-entropy has cancelled it: use output_delta."),
    ko=("출력층의 오차에 A2(1 − A2)가 더 곱해졌습니다", "크로스 엔트로피에서 약분된 인수입니다. output_delta를 쓰세요."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y) * cache["A2"] * (1 - cache["A2"])
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {"W1": X.T @ dZ1, "b1": np.sum(dZ1, axis=0, keepdims=True), "W2": dW2, "b2": db2}


@misconception(
    "A08.6", "linear-output-for-activation",
    en=("Z is taken from the cache where A is needed", "dW2 and the factor A1(1 − A1) are made of A1, the error of A2."),
    ko=("A가 필요한 곳에 캐시의 Z를 썼습니다", "dW2와 A1(1 − A1)에는 A1을, 오차에는 A2를 씁니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["Z1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["Z1"])
    return {"W1": X.T @ dZ1, "b1": np.sum(dZ1, axis=0, keepdims=True), "W2": dW2, "b2": db2}


@misconception(
    "A08.6", "hidden-bias-summed-over-everything",
    en=("The hidden biases share a single gradient", "One per hidden unit: axis=0, keepdims=True."),
    ko=("은닉층의 절편들이 기울기 하나를 함께 씁니다", "은닉 유닛마다 하나입니다: axis=0, keepdims=True."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {"W1": X.T @ dZ1, "b1": np.full(params["b1"].shape, np.sum(dZ1)), "W2": dW2, "b2": db2}


@misconception(
    "A08.6", "hidden-bias-summed-over-units",
    en=("The hidden biases' gradient is summed over the units", "One slope for each unit: sum over the samples, axis 0."),
    ko=("은닉층 절편의 기울기를 유닛 방향으로 더했습니다", "기울기는 유닛마다 하나입니다. 샘플 방향(axis=0)으로 더하세요."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {"W1": X.T @ dZ1, "b1": np.sum(dZ1, axis=1, keepdims=True).T, "W2": dW2, "b2": db2}


@misconception(
    "A08.6", "hidden-biases-forgotten",
    en=("The hidden biases get no gradient", "The slides leave them out, the chain rule doesn't: the column sums of dZ1."),
    ko=("은닉층의 절편에 기울기가 없습니다", "슬라이드에는 없지만 연쇄 법칙에는 있습니다. dZ1의 열 합입니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {"W1": X.T @ dZ1, "b1": np.zeros_like(params["b1"]), "W2": dW2, "b2": db2}


@misconception(
    "A08.6", "names-with-d",
    en=("The gradients are called dW1, db1, …", "The names are those of the parameters: W1, b1, W2, b2."),
    ko=("기울기의 이름이 dW1, db1, …입니다", "이름은 매개변수와 같은 W1, b1, W2, b2입니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {"dW1": X.T @ dZ1, "db1": np.sum(dZ1, axis=0, keepdims=True), "dW2": dW2, "db2": db2}


@misconception(
    "A08.6", "bracket-too-early",
    en=("⊙ stands outside the product with X.T", "X.T @ ((dZ2 @ W2.T) * A1 * (1 - A1)): all of it inside. Otherwise shapes clash, or agree by accident."),
    ko=("⊙가 X.T와의 곱 바깥에 있습니다", "X.T @ ((dZ2 @ W2.T) * A1 * (1 - A1))입니다. 모두 안쪽에 넣으세요. 그렇지 않으면 shape이 어긋나거나 우연히 맞습니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    A1 = cache["A1"]
    dW1 = X.T @ (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    db1 = np.sum(hidden_delta(dZ2, params["W2"], A1), axis=0, keepdims=True)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


@misconception(
    "A08.6", "hidden-input-is-a1",
    en=("dW1 is made from the hidden activations", "A layer's weights meet its own input: X for the first layer."),
    ko=("dW1을 은닉층의 활성화 값으로 구했습니다", "가중치의 기울기에는 그 층의 입력을 씁니다. 첫 번째 층의 입력은 X입니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {
        "W1": cache["A1"].T @ dZ1,
        "b1": np.sum(dZ1, axis=0, keepdims=True),
        "W2": dW2,
        "b2": db2,
    }


@misconception(
    "A08.6", "output-input-is-x",
    en=("dW2 is made from the network's input", "A layer's weights meet its own input: A1 for the second layer."),
    ko=("dW2를 신경망의 입력으로 구했습니다", "가중치의 기울기에는 그 층의 입력을 씁니다. 두 번째 층의 입력은 A1입니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    return {
        "W1": X.T @ dZ1, "b1": np.sum(dZ1, axis=0, keepdims=True),
        "W2": X.T @ dZ2, "b2": np.sum(dZ2, axis=0, keepdims=True),
    }  # fmt: skip


@misconception(
    "A08.6", "parameters-moved",
    en=("backward moves the parameters", "It only reports the slopes; the step is the business of fit."),
    ko=("backward가 매개변수를 움직였습니다", "기울기만 알려 주면 됩니다. 걸음은 fit의 일입니다."),
)  # fmt: skip
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    grads = {"W1": X.T @ dZ1, "b1": np.sum(dZ1, axis=0, keepdims=True), "W2": dW2, "b2": db2}
    for name in params:
        params[name] = params[name] - grads[name]
    return grads


@misconception(
    "A08.7", "output-updated-first",
    en=("W2 is updated before the error is sent back through it", "Take all gradients first, then move all parameters."),
    ko=("오차를 되돌려 보내기 전에 W2를 갱신했습니다", "기울기를 먼저 모두 구한 다음에 매개변수를 움직이세요."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            cache = forward(self.params, X)
            dZ2 = output_delta(cache["A2"], Y)
            dW2, db2 = output_grads(cache["A1"], dZ2)
            self.params["W2"] = self.params["W2"] - lr * dW2
            self.params["b2"] = self.params["b2"] - lr * db2
            dZ1 = hidden_delta(dZ2, self.params["W2"], cache["A1"])
            self.params["W1"] = self.params["W1"] - lr * X.T @ dZ1
            self.params["b1"] = self.params["b1"] - lr * np.sum(dZ1, axis=0, keepdims=True)
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "loss-before-step",
    en=("The loss is measured before the step", "losses[i] is the loss after epoch i: step, forward pass, then measure."),
    ko=("걸음을 내딛기 전에 손실을 쟀습니다", "losses[i]는 에포크 i가 끝난 뒤의 손실입니다. 걸음, 순전파, 측정의 순서입니다."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            cache = forward(self.params, X)
            self.losses.append(float(np.mean(binary_cross_entropy(cache["A2"], Y))))
            grads = backward(self.params, cache, X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
        return self


@misconception(
    "A08.7", "stale-cache",
    en=("The cache of the first epoch is used for all", "After a step it is out of date: a new forward pass every epoch."),
    ko=("첫 에포크의 캐시를 계속 썼습니다", "걸음을 내딛고 나면 낡은 값입니다. 에포크마다 순전파를 새로 하세요."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        cache = forward(self.params, X)
        for _ in range(epochs):
            grads = backward(self.params, cache, X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "output-layer-alone",
    en=("Only the output layer is trained", "The hidden layer has gradients, too: move all four parameters."),
    ko=("출력층만 학습했습니다", "은닉층에도 기울기가 있습니다. 네 매개변수를 모두 움직이세요."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            for name in ("W2", "b2"):
                self.params[name] = self.params[name] - lr * grads[name]
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "biases-frozen",
    en=("The biases never move", "They have gradients as well, b1 and b2."),
    ko=("절편이 움직이지 않습니다", "절편 b1과 b2에도 기울기가 있습니다."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            for name in ("W1", "W2"):
                self.params[name] = self.params[name] - lr * grads[name]
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "uphill",
    en=("The steps go uphill", "Against the gradient: parameter − lr · gradient."),
    ko=("걸음의 방향이 오르막입니다", "기울기의 반대 방향입니다: 매개변수 − lr · 기울기."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {name: self.params[name] + lr * grads[name] for name in self.params}
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "divided-again",
    en=("The gradients are divided by m again", "backward gives the gradients of the mean loss: no further 1/m."),
    ko=("기울기를 다시 m으로 나누었습니다", "backward는 평균 손실의 기울기를 냅니다. 1/m이 더 필요하지 않습니다."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {
                name: self.params[name] - lr * grads[name] / len(X) for name in self.params
            }
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "loss-summed",
    en=("The loss is a sum", "The mean over the samples: np.mean."),
    ko=("손실을 평균하지 않고 더했습니다", "샘플에 대한 평균입니다: np.mean."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            self.losses.append(
                float(np.sum(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "squared-error-measured",
    en=("The loss is half the squared error", "The gradients are those of the cross-entropy, so the loss must be as well."),
    ko=("손실이 제곱 오차의 절반입니다", "기울기가 크로스 엔트로피의 것이므로 손실도 크로스 엔트로피여야 합니다."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            self.losses.append(float(np.mean((forward(self.params, X)["A2"] - Y) ** 2) / 2))
        return self


@misconception(
    "A08.7", "one-epoch-short",
    en=("One epoch too few", "range(1, epochs) runs epochs − 1 times: range(epochs)."),
    ko=("에포크가 하나 모자랍니다", "range(1, epochs)는 epochs − 1번 돕니다. range(epochs)를 쓰세요."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(1, epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "losses-pile-up",
    en=("The losses of earlier calls are kept", "self.losses starts empty in every call of fit."),
    ko=("이전 호출의 손실이 남아 있습니다", "self.losses는 fit을 호출할 때마다 빈 리스트로 시작합니다."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )
        return self


@misconception(
    "A08.7", "nothing-returned",
    en=("fit returns nothing", "End with return self, so that net = TwoLayerNet(params).fit(…) works."),
    ko=("fit이 아무것도 반환하지 않습니다", "return self로 끝내세요. 그래야 net = TwoLayerNet(params).fit(…)이 됩니다."),
)  # fmt: skip
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            self.losses.append(
                float(np.mean(binary_cross_entropy(forward(self.params, X)["A2"], Y)))
            )


@misconception(
    "A08.8", "hidden-bias-dropped",
    en=("The first layer's bias is lost", "It passes through the second layer: b1 @ W2."),
    ko=("첫 번째 층의 절편이 사라졌습니다", "첫 번째 절편은 두 번째 층을 지나갑니다: b1 @ W2."),
)  # fmt: skip
def collapse_linear(W1, b1, W2, b2):
    return W1 @ W2, b2


@misconception(
    "A08.8", "biases-added",
    en=("The biases are added as they are", "b1 passes through the second layer first: b1 @ W2 + b2."),
    ko=("두 절편을 그대로 더했습니다", "b1은 먼저 두 번째 층을 지나갑니다: b1 @ W2 + b2."),
)  # fmt: skip
def collapse_linear(W1, b1, W2, b2):
    return W1 @ W2, b1 + b2


@misconception(
    "A08.8", "output-bias-dropped",
    en=("The second layer's bias is lost", "b = b1 @ W2 + b2."),
    ko=("두 번째 층의 절편이 사라졌습니다", "b = b1 @ W2 + b2입니다."),
)  # fmt: skip
def collapse_linear(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2


@misconception(
    "A08.8", "factors-swapped",
    en=("The factors are swapped", "X meets W1 first: X @ W1 @ W2. Matrices don't commute."),
    ko=("곱하는 순서가 바뀌었습니다", "X는 W1과 먼저 만납니다: X @ W1 @ W2. 행렬은 순서를 바꿀 수 없습니다."),
)  # fmt: skip
def collapse_linear(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2


@misconception(
    "A08.8", "elementwise-product",
    en=("`*` multiplies entry by entry", "Layers are joined by the matrix product: W1 @ W2."),
    ko=("`*`는 원소별로 곱합니다", "층은 행렬 곱으로 이어집니다: W1 @ W2."),
)  # fmt: skip
def collapse_linear(W1, b1, W2, b2):
    return W1 * W2, b1 * W2 + b2
