package org.anamnesis.evaluate;

/**
 * What boosting makes small: first and second derivatives of a loss by the scores. One row of
 * scores an output; several outputs are grown tree by tree in turn.
 */
interface Loss {
    int outputs();

    /** Score of everybody before the first tree. */
    double start(int output);

    /**
     * @param scores outputs × n
     * @param gradient to fill, outputs × n
     * @param curvature to fill, outputs × n, not negative
     */
    void derive(double[][] scores, double[][] gradient, double[][] curvature);

    /** Yes or no: score = log odds. */
    static Loss logistic(boolean[] yes) {
        double count = 0;
        for (boolean y : yes) {
            count += y ? 1 : 0;
        }
        double share = (count + 0.5) / (yes.length + 1.0); // finite when all are alike
        double odds = Math.log(share / (1 - share));
        return single(
                odds,
                (scores, gradient, curvature) -> {
                    for (int i = 0; i < yes.length; i++) {
                        double p = 1 / (1 + Math.exp(-scores[i]));
                        gradient[i] = p - (yes[i] ? 1 : 0);
                        curvature[i] = p * (1 - p);
                    }
                });
    }

    /** A number: score = mean. */
    static Loss squared(double[] y) {
        double sum = 0;
        for (double v : y) {
            sum += v;
        }
        return single(
                sum / y.length,
                (scores, gradient, curvature) -> {
                    for (int i = 0; i < y.length; i++) {
                        gradient[i] = scores[i] - y[i];
                        curvature[i] = 1;
                    }
                });
    }

    /**
     * One of several classes: softmax of the scores.
     *
     * @param y class of each row, 0 to {@code classes} − 1
     */
    static Loss softmax(int[] y, int classes) {
        return new Softmax(y, classes);
    }

    /** Derivatives of a loss with one score a row. */
    interface Derivatives {
        void fill(double[] scores, double[] gradient, double[] curvature);
    }

    /** A loss with one score a row. */
    static Loss single(double start, Derivatives derivatives) {
        return new Loss() {
            @Override
            public int outputs() {
                return 1;
            }

            @Override
            public double start(int output) {
                return start;
            }

            @Override
            public void derive(double[][] scores, double[][] gradient, double[][] curvature) {
                derivatives.fill(scores[0], gradient[0], curvature[0]);
            }
        };
    }

    /**
     * Cross entropy of several classes; curvature p (1 − p), as for each class against the rest.
     */
    @SuppressWarnings("ArrayRecordComponent") // classes of many rows, never compared
    record Softmax(int[] y, int outputs) implements Loss {
        @Override
        public double start(int output) {
            double count = 0.5; // finite for a class that is absent
            for (int c : y) {
                count += c == output ? 1 : 0;
            }
            return Math.log(count / y.length);
        }

        @Override
        public void derive(double[][] scores, double[][] gradient, double[][] curvature) {
            for (int i = 0; i < y.length; i++) {
                double most = Double.NEGATIVE_INFINITY;
                for (double[] s : scores) {
                    most = Math.max(most, s[i]);
                }
                double sum = 0;
                for (double[] s : scores) {
                    sum += Math.exp(s[i] - most);
                }
                for (int c = 0; c < outputs; c++) {
                    double p = Math.exp(scores[c][i] - most) / sum;
                    gradient[c][i] = p - (y[i] == c ? 1 : 0);
                    curvature[c][i] = p * (1 - p);
                }
            }
        }
    }
}
