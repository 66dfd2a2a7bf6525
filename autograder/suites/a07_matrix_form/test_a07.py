"""Hidden suite of A07.

Sizes are different primes, so that a wrong axis or a wrong divisor shows; one case a task is square, where a missing
transpose raises nothing. Weights are about 0.3 and the penalties about as strong as the data.
"""

import numpy as np

from autograder.checks import (
    EXACT,
    consistency,
    expect,
    expect_close,
    expect_derivative,
    expect_error,
    expect_gradient,
    expect_items,
    expect_numbers,
    expect_object,
    expect_shape,
    misshapen,
    promises,
    task,
)

FAR = (1000.0, -1000.0, 0.0)


def samples(rng, m=11, n=3):
    """Return X, Y, W, b with both classes, errors of both signs, and weights of both signs; two targets are integers."""
    Y = rng.permutation(np.resize([1.0, 0.0, 0.0], m)).reshape(m, 1)
    Y = np.abs(Y - rng.integers(2)).astype(int if m == 2 else float)
    return (
        rng.normal(0.2, 1.0, (m, n)),
        Y,
        rng.normal(0.0, 0.3, (n, 1)),
        rng.normal(0.4, 0.1, (1, 1)),
    )


def layer(rng, m, n=3, k=None):
    """Return X, W, b and a random gradient of Z; one, two, or, for seven samples, as many units as features."""
    k = k or m % 4
    return tuple(rng.normal(size=size) for size in ((m, n), (n, k), (1, k), (m, k)))


def breast_cancer():
    """Return the scaled training and validation sets of the lesson."""
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split

    X, y = load_breast_cancer(return_X_y=True)
    X, _, y, _ = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)
    X, X_val, y, y_val = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / std, y.reshape(-1, 1), (X_val - mean) / std, y_val.reshape(-1, 1)


# ---- A07.1 matmul_shape


@promises("A07.1", layouts=False, unchanged=False)
def test_matmul_shape_in_every_call(module, rng, m):
    n, k = (int(size) for size in rng.choice(np.arange(8, 400), 2, replace=False))
    return module.matmul_shape((m, n), (n, k))


@task("A07.1", en="the shapes of the lesson", ko="본문에 나온 shape", weight=2)
def test_matmul_shape_lesson(student):
    expect_close(student.matmul_shape((1, 3), (3, 1)), (1, 1), tol=EXACT)
    expect_close(student.matmul_shape((364, 30), (30, 1)), (364, 1), tol=EXACT)
    expect_close(student.matmul_shape((30, 364), (364, 1)), (30, 1), tol=EXACT)


@task("A07.1", en="three different sizes", ko="서로 다른 세 크기", weight=2)
def test_matmul_shape_sizes(student):
    expect_close(student.matmul_shape((7, 3), (3, 5)), (7, 5), tol=EXACT)


@task(
    "A07.1",
    en="no product where the inner sizes differ",
    ko="안쪽 크기가 다르면 곱할 수 없습니다",
    conduct=True,
)
def test_matmul_shape_refuses(student):
    for a, b in (((364, 30), (364, 1)), ((3, 2), (5, 3)), ((2, 3), (2, 3)), ((4, 1), (5, 1))):
        expect_error(ValueError, student.matmul_shape, a, b)


# ---- A07.2 forward


@promises("A07.2", whole="X W b", extremes={"X": FAR, "W": FAR})
def test_forward_in_every_call(module, rng, m):
    X, W, b, _ = layer(rng, m)
    # A small result beside large ones: the bias of a row of zeros.
    X[1:2], b = 0.0, rng.uniform(0.0, 0.7, b.shape)
    b[0, 0] = 1e-7
    return module.forward(X, W, b)


@task("A07.2", en="one sample, one unit: 32 and the bias", ko="샘플 하나, 유닛 하나: 32와 절편")
def test_forward_one_sample(student):
    X, W = np.array([[1.0, 2.0, 3.0]]), np.array([[4.0], [5.0], [6.0]])
    expect_close(student.forward(X, W, np.array([[0.5]])), np.array([[32.5]]))


@task("A07.2", en="two samples: one number for each", ko="샘플 두 개: 각각 숫자 하나", weight=2)
def test_forward_two_samples(student):
    X, W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0], [0.0], [-1.0]])
    expect_close(student.forward(X, W, np.array([[0.25]])), np.array([[-1.75], [-1.75]]))


@task(
    "A07.2",
    en="several units, each with its own bias",
    ko="유닛 여러 개, 절편은 유닛마다",
    weight=2,
)
def test_forward_units(student, reference, rng):
    X, W, b = rng.normal(size=(7, 3)), rng.normal(size=(3, 5)), rng.normal(size=(1, 5))
    expect_close(student.forward(X, W, b), reference.forward(X, W, b))


@task("A07.2", en="as many units as features and samples", ko="유닛, 특성, 샘플의 수가 같을 때")
def test_forward_square(student, reference, rng):
    X, W, b = rng.normal(size=(4, 4)), rng.normal(size=(4, 4)), rng.normal(size=(1, 4))
    expect_close(student.forward(X, W, b), reference.forward(X, W, b))


@task("A07.2", en="whole numbers as inputs and weights", ko="정수 입력과 가중치")
def test_forward_integers(student):
    X, W = np.array([[1, 2], [3, -1]]), np.array([[2], [5]])
    expect_close(student.forward(X, W, np.array([[0.5]])), np.array([[12.5], [1.5]]))


# ---- A07.3 weight_gradient


def of_other_rows(err):
    """Return errors that are no matrix, or have another number of rows."""
    return [bad for bad in (err[:, 0], *misshapen(err)) if bad.ndim != 2 or len(bad) != len(err)]


@promises("A07.3", whole="X err", extremes={"X": FAR, "err": FAR}, refused={"err": of_other_rows})
def test_weight_gradient_in_every_call(module, rng, m):
    X, _, _, err = layer(rng, m)
    return module.weight_gradient(X, err)


@task("A07.3", en="two samples by hand", ko="손으로 계산한 샘플 두 개")
def test_weight_gradient_by_hand(student):
    X, err = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0], [-2.0]])
    expect_gradient(student.weight_gradient(X, err), np.array([[-3.5], [-4.0], [-4.5]]))


@task("A07.3", en="one column of errors", ko="오차 한 열", weight=2)
def test_weight_gradient_column(student, reference, rng):
    X, err = rng.normal(size=(11, 3)), rng.normal(size=(11, 1))
    expect_gradient(student.weight_gradient(X, err), reference.weight_gradient(X, err))


@task("A07.3", en="several columns of errors", ko="오차 여러 열", weight=2)
def test_weight_gradient_columns(student, reference, rng):
    X, err = rng.normal(size=(7, 3)), rng.normal(size=(7, 5))
    expect_gradient(student.weight_gradient(X, err), reference.weight_gradient(X, err))


@task(
    "A07.3",
    en="the gradient against small steps of the loss, by your own forward pass",
    ko="기울기와, 본인의 순전파로 계산한 손실에서 W를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_weight_gradient_is_the_derivative(student, reference, rng):
    X, b, Y = rng.normal(size=(7, 3)), rng.normal(0.0, 0.3, (1, 2)), np.resize([1.0, 0, 0], (7, 2))

    def loss_of(module):
        def loss(W):
            Z = expect_shape(module.forward(X, W, b), (7, 2))
            return np.sum(np.logaddexp(0, Z) - Y * Z) / 7

        return loss

    def slopes(W):
        return student.weight_gradient(X, 1 / (1 + np.exp(-(X @ W + b))) - Y)

    at = {"W": rng.normal(0.0, 0.3, (3, 2))}
    expect_derivative(loss_of(student), slopes, at, rng, right=loss_of(reference))


@task("A07.3", en="as many samples as features", ko="샘플과 특성의 수가 같을 때")
def test_weight_gradient_square(student, reference, rng):
    X, err = rng.normal(size=(5, 5)), rng.normal(size=(5, 1))
    expect_gradient(student.weight_gradient(X, err), reference.weight_gradient(X, err))


# ---- A07.4 linear_backward


@promises("A07.4", whole="X W dZ", extremes={"X": FAR, "dZ": FAR})
def test_linear_backward_in_every_call(module, rng, m):
    X, W, _, dZ = layer(rng, m)
    return module.linear_backward(X, W, dZ)


@task(
    "A07.4",
    en="all three gradients, three different sizes",
    ko="서로 다른 세 크기에서 세 기울기",
    weight=3,
)
def test_linear_backward_sizes(student, reference, rng):
    X, W, _, dZ = layer(rng, 7, 3, 5)
    expect_gradient(student.linear_backward(X, W, dZ), reference.linear_backward(X, W, dZ))


@task("A07.4", en="all sizes equal", ko="크기가 모두 같을 때", weight=2)
def test_linear_backward_square(student, reference, rng):
    X, W, _, dZ = layer(rng, 4, 4, 4)
    expect_gradient(student.linear_backward(X, W, dZ), reference.linear_backward(X, W, dZ))


@task(
    "A07.4",
    en="a small change of X, W, b changes the loss as the gradients say",
    ko="X, W, b의 작은 변화에 따른 손실의 변화가 기울기와 일치",
    weight=2,
)
def test_linear_backward_adjoint(student, rng):
    X, W, _, dZ = layer(rng, 5, 3, 2)
    moves = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=(1, 2))
    gradients = student.linear_backward(X, W, dZ)
    expect_gradient(gradients, (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)))
    gradients = [expect_numbers(one) for one in expect_items(gradients, 3)]
    changes = [np.sum(g * move) for g, move in zip(gradients, moves, strict=True)]
    moved = moves[0] @ W, X @ moves[1], np.ones((5, 1)) @ moves[2]
    expect_close(changes, [np.sum(dZ * dZ_by) for dZ_by in moved])


def expect_layer_derivatives(student, rng, right=None):
    """Expect the gradients to be those of the student's own forward pass, and that to be ``right``'s where given."""
    upstream = rng.normal(size=(7, 2))

    def loss_of(module):
        def loss(X, W, b):
            return np.sum(expect_shape(module.forward(X, W, b), upstream.shape) * upstream)

        return loss

    def slopes(X, W, b):
        return student.linear_backward(X, W, upstream)

    at = {"X": rng.normal(size=(7, 3)), "W": rng.normal(size=(3, 2)), "b": rng.normal(size=(1, 2))}
    expect_derivative(loss_of(student), slopes, at, rng, right=right and loss_of(right))


@task(
    "A07.4",
    en="the gradients against small steps of your own forward pass",
    ko="기울기와, 본인의 순전파에서 X, W, b를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_linear_backward_is_the_derivative(student, reference, rng):
    expect_layer_derivatives(student, rng, reference)


# ---- A07.5 batch_update


@promises(
    "A07.5", whole="X W b lr l1 l2", extremes={"X": FAR, "W": FAR},
    refused={"Y": lambda Y: [*misshapen(Y), np.hstack([Y, Y])]},
)  # fmt: skip
def test_batch_update_in_every_call(module, rng, m):
    X, Y, W, b = samples(rng, m, 4)
    # A small result beside large ones: the weight of a feature that is always 0.
    X[:, 3], W[1], W[3] = 0.0, 0.0, 1e-9
    return module.batch_update(X, Y, W, b, 0.7), module.batch_update(
        X, Y, W, b, 0.4, l1=0.6, l2=0.9
    )


@task("A07.5", en="no penalty", ko="규제 없음", weight=3)
def test_batch_update_plain(student, reference, rng):
    arguments = (*samples(rng), 0.7)
    expect_close(student.batch_update(*arguments), reference.batch_update(*arguments))


@task(
    "A07.5",
    en="L1: the lesson's sample, and one with stronger weights and a weight of 0",
    ko="L1: 본문의 샘플, 그리고 가중치가 더 크고 0인 가중치가 있는 경우",
    weight=2,
)
def test_batch_update_l1(student, reference, rng):
    X, Y, W, b = (
        np.array([[1.0, 2.0, 3.0]]),
        np.ones((1, 1)),
        np.array([[0.5], [-0.3], [0.0]]),
        np.array([[0.2]]),
    )
    W_new = np.array([[0.5465020812521], [-0.2039958374958], [0.1425062437563]])
    expect_close(
        student.batch_update(X, Y, W, b, 0.1, l1=0.01), (W_new, np.array([[0.2475020812521]]))
    )
    X, Y, W, b = samples(rng, m=7, n=5)
    W[2] = 0.0
    expect_close(
        student.batch_update(X, Y, W, b, 0.3, l1=0.6),
        reference.batch_update(X, Y, W, b, 0.3, l1=0.6),
    )


@task("A07.5", en="L2", ko="L2", weight=2)
def test_batch_update_l2(student, reference, rng):
    X, Y, W, b = samples(rng, m=7, n=5)
    expect_close(
        student.batch_update(X, Y, W, b, 0.3, l2=0.7),
        reference.batch_update(X, Y, W, b, 0.3, l2=0.7),
    )


@task("A07.5", en="both penalties", ko="두 규제를 함께")
def test_batch_update_both(student, reference, rng):
    arguments = (*samples(rng, m=5, n=2), 0.2, 0.4, 0.9)
    expect_close(student.batch_update(*arguments), reference.batch_update(*arguments))


@task(
    "A07.5",
    en="the step goes against the slopes of the loss, by your own forward pass",
    ko="걸음의 방향과, 본인의 순전파로 계산한 손실을 조금씩 움직여 잰 기울기의 비교",
    weight=2,
)
def test_batch_update_follows_the_derivative(student, reference, rng):
    X, Y, _, b = samples(rng, m=7)

    def loss_of(module):
        def loss(W, b):
            Z = expect_shape(module.forward(X, W, b), (7, 1))
            penalty = 0.3 * np.sum(np.abs(W)) + 0.7 / 2 * np.sum(W**2)
            return np.mean(np.logaddexp(0, Z) - Y * Z) + penalty

        return loss

    def slopes(W, b):
        moved = expect_items(student.batch_update(X, Y, W, b, 0.5, 0.3, 0.7), 2)
        return [(old - expect_numbers(new)) / 0.5 for old, new in zip((W, b), moved, strict=True)]

    # Far from 0, where the absolute value has its kink.
    at = {"W": np.array([[0.6], [-0.8], [0.5]]), "b": b}
    expect_derivative(loss_of(student), slopes, at, rng, right=loss_of(reference))


@task("A07.5", en="weighted sums of ±1000", ko="±1000인 가중합")
def test_batch_update_far_out(student):
    X, Y = np.array([[1000.0, 0.0], [-1000.0, 1.0]]), np.array([[0.0], [1.0]])
    step = student.batch_update(X, Y, np.array([[1.0], [0.0]]), np.zeros((1, 1)), 0.01)
    # The errors are 1 and -1: their mean moves b by nothing.
    expect_close(step, (np.array([[-9.0], [0.005]]), np.zeros((1, 1))))


# ---- A07.6 BatchLogistic.fit


def trained(module, data, *args):
    """Return a new model after one call of fit."""
    model = module.BatchLogistic()
    model.fit(*data, *args)
    return model


def two_sets(rng):
    """Return a training and a validation set that differ in size and in shares of the classes."""
    X, Y, _, _ = samples(rng, m=11)
    X_val, Y_val, _, _ = samples(rng, m=5)
    return X, Y, X_val, 1.0 - Y_val


# So near to 0, and so slowly, that even with whole numbers no output rounds to 0 or 1, where a loss may be clipped.
@promises("A07.6", whole="X X_val", sizes=(1, 2, 5))
def test_fit_in_every_call(module, rng, m):
    (X, Y, _, _), (X_val, Y_val, _, _) = samples(rng, m), samples(rng, m + 1)
    model = module.BatchLogistic()
    yield
    model.fit(0.2 * X, Y, 0.2 * X_val, Y_val, 0.05, 2)
    yield
    return model.W, model.b, model.losses, model.val_losses


@task("A07.6", en="weights and bias after four epochs", ko="네 에포크 뒤의 가중치와 절편", weight=3)
def test_fit_parameters(student, reference, rng):
    data = two_sets(rng)
    model, right = trained(student, data, 0.8, 4), trained(reference, data, 0.8, 4)
    expect_close(model.W, right.W)
    expect_close(model.b, right.b)


@task("A07.6", en="the training loss after each epoch", ko="에포크마다 잰 훈련 손실", weight=2)
def test_fit_losses(student, reference, rng):
    data = two_sets(rng)
    expect_close(trained(student, data, 0.8, 4).losses, trained(reference, data, 0.8, 4).losses)


@task("A07.6", en="the validation loss after each epoch", ko="에포크마다 잰 검증 손실", weight=2)
def test_fit_val_losses(student, reference, rng):
    data = two_sets(rng)
    expect_close(
        trained(student, data, 0.8, 4).val_losses, trained(reference, data, 0.8, 4).val_losses
    )


@task(
    "A07.6",
    en="breast cancer, five epochs at 0.1",
    ko="유방암 데이터, 학습률 0.1로 다섯 에포크",
    weight=2,
)
def test_fit_breast_cancer_steps(student):
    model = trained(student, breast_cancer(), 0.1, 5)
    losses = [
        0.5185470369247667,
        0.4299177662401811,
        0.37608436607516466,
        0.3392316464555493,
        0.31202900457389676,
    ]
    expect_close(model.losses, losses)
    expect_close(model.b, np.array([[0.05593910403107596]]))


@task(
    "A07.6",
    en="breast cancer, 40 epochs: loss below 0.1, at least 95 % of the validation set right",
    ko="유방암 데이터, 40에포크: 손실 0.1 미만, 검증 세트 정확도 95% 이상",
    weight=2,
)
def test_fit_breast_cancer(student):
    X, Y, X_val, Y_val = breast_cancer()
    model = trained(student, (X, Y, X_val, Y_val), 0.5, 40)
    W, b = expect_shape(model.W, (30, 1)), expect_shape(model.b, (1, 1))
    losses = expect_shape(model.losses, (40,))
    expect(
        np.mean((X_val @ W + b >= 0) == Y_val) >= 0.95,
        en="at least 95 % of the validation set are told right",
        ko="검증 세트의 95% 이상을 맞힙니다",
    )
    expect(losses[-1] < 0.1, en="the last loss is below 0.1", ko="마지막 손실이 0.1보다 작습니다")


@task(
    "A07.6",
    en="a second call of fit starts from zeros again",
    ko="fit을 다시 부르면 0에서 새로 시작합니다",
)
def test_fit_starts_anew(student, reference, rng):
    first, second = two_sets(rng), two_sets(rng)
    model = trained(student, first, 0.8, 2)
    model.fit(*second, 0.5, 3)
    right = trained(reference, second, 0.5, 3)
    expect_close(model.W, right.W)
    expect_close((model.losses, model.val_losses), (right.losses, right.val_losses))


@task("A07.6", en="0 epochs: zeros, and no losses", ko="0에포크: 0인 매개변수, 빈 손실 기록")
def test_fit_no_epochs(student, rng):
    model = trained(student, two_sets(rng), 0.8, 0)
    expect_close((model.W, model.b), (np.zeros((3, 1)), np.zeros((1, 1))))
    expect_close((model.losses, model.val_losses), (np.zeros(0), np.zeros(0)))


@task(
    "A07.6",
    en="outputs that round to 0 and 1: the losses are finite",
    ko="0과 1로 반올림되는 출력: 손실은 유한합니다",
)
def test_fit_rounded_outputs(student):
    X, Y = np.array([[100.0], [-100.0]]), np.array([[1.0], [0.0]])
    # One epoch makes W 5 and leaves b at 0: outputs 1 and 0, and sigmoid(0.5) for 0.1.
    X_val, half = np.array([[100.0], [0.1]]), np.log1p(np.exp(-0.5)) / 2
    expect_close(trained(student, (X, Y, X_val, np.ones((2, 1))), 0.1, 1).val_losses, [half])
    wrong = trained(student, (X, Y, X_val, np.array([[0.0], [1.0]])), 0.1, 1).val_losses
    # Exact it is 500 and clipped 27.6, halved.
    expect(
        6.0 < expect_shape(wrong, (1,))[0] < np.inf,
        en="where the output rounds to 1 and the target is 0, the loss is large and finite",
        ko="출력이 1로 반올림되고 정답이 0이면 손실은 크고 유한합니다",
    )


@task("A07.6", en="fit returns the model", ko="fit은 모델을 반환합니다", conduct=True)
def test_fit_returns_model(student, rng):
    expect_object(student.BatchLogistic().fit(*two_sets(rng), 0.5, 2), "fit")


# ---- consistency: run only where the backward pass failed


@consistency(
    "A07.4",
    forward=("A07.2",),
    en="the gradients against the student's own forward pass",
    ko="본인이 작성한 순전파와 기울기의 비교",
)
def test_backward_of_own_forward(student, rng):
    expect_layer_derivatives(student, rng)
