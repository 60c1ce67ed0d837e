package org.anamnesis.learn;

/** How likely accidents are, as natural logarithms, because they become very small. */
final class Chance {
    private Chance() {}

    /**
     * Upper bound of ln P(X ≤ k), X binomial with n trials of chance q: −n · KL(k/n ‖ q) for k/n <
     * q, else 0. Source: Chernoff (1952) doi:10.1214/aoms/1177729330, in the form of Hoeffding
     * (1963) doi:10.1080/01621459.1963.10500830, theorem 1.
     */
    static double atMost(long k, long n, double q) {
        if (n <= 0 || q <= 0 || k >= q * n) {
            return 0;
        }
        double share = (double) k / n;
        double kept = (1 - share) * Math.log((1 - share) / (1 - Math.min(q, 1 - 1e-12)));
        return -n * ((share == 0 ? 0 : share * Math.log(share / q)) + kept);
    }
}
