package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The limits, and what broke them. They are this project's own: neither HIPAA nor EMA names a
 * figure. A limit counts as broken only if chance does not explain it, so a small group of held-out
 * people is not failed for noise; what it cannot show is said instead.
 */
final class PrivacyLimits {
    private static final double MEMBERSHIP = PrivacyVerdict.MEMBERSHIP_LIMIT;
    private static final double COPIES = PrivacyVerdict.COPIES_LIMIT;
    private static final double ATTACK = PrivacyVerdict.ATTACK_LIMIT;

    /** Standard errors asked of the worst of some dozens of attacks. */
    private static final double OF_MANY = 3;

    /**
     * Standard errors asked of the worst of the three attacks on membership, so that chance refuses
     * a model without a leak one time in forty: the 1 − 0.025 / 3 point of the normal distribution.
     */
    private static final double OF_THREE = 2.394;

    private final List<String> reasons = new ArrayList<>();
    private final List<String> cautions = new ArrayList<>();

    private PrivacyLimits() {}

    static PrivacyVerdict judge(
            Membership membership,
            Copies copies,
            AttributeDisclosure attributes,
            List<AttackRisk> others) {
        PrivacyLimits limits = new PrivacyLimits();
        limits.membership("nearest synthetic row", membership.nearest());
        limits.membership("density ratio", membership.densityRatio());
        limits.membership("people unlike others", membership.outliers());
        limits.copies(copies);
        limits.attributes(attributes);
        others.forEach(limits::attack);
        limits.power(membership);
        return new PrivacyVerdict(limits.reasons.isEmpty(), limits.reasons, limits.cautions);
    }

    private void membership(String attack, Estimate auc) {
        double error = error(auc);
        if (auc.value() > MEMBERSHIP && auc.value() - OF_THREE * error > 0.5) {
            reasons.add(
                    text(
                            "Membership can be told (%s): AUC %.3f, 95 %% interval %.3f to %.3f,"
                                    + " limit %.2f.",
                            attack, auc.value(), auc.low(), auc.high(), MEMBERSHIP));
        }
    }

    private static double error(Estimate auc) {
        return (auc.value() - auc.low()) / Estimate.Z;
    }

    private void copies(Copies copies) {
        if (copies.excess() > COPIES && copies.excess() > 2 * copies.excessError()) {
            reasons.add(
                    text(
                            "%.2f %% of synthetic rows are a training person's record beyond"
                                    + " coincidence, limit %.1f %%.",
                            100 * copies.excess(), 100 * COPIES));
        }
    }

    private void attributes(AttributeDisclosure found) {
        double limit = AttributeDisclosure.LIMIT;
        if (found.meanGap() > limit) {
            reasons.add(
                    text(
                            "Facts can be read off: over all sets of known facts %.1f percentage"
                                    + " points more about training people than about strangers, limit"
                                    + " %.0f.",
                            found.meanGap(), limit));
        }
        found.worst()
                .filter(p -> p.surely(4) > limit)
                .ifPresent(
                        p ->
                                reasons.add(
                                        text(
                                                "%s can be read off for %.1f %% of training people"
                                                        + " and %.1f %% of strangers of whom %s are"
                                                        + " known; the limit is %.0f points beyond"
                                                        + " chance.",
                                                p.target(),
                                                100 * p.train(),
                                                100 * p.holdout(),
                                                String.join(", ", p.keys()),
                                                limit)));
        if (found.overLimit() > 0.05) { // one in twenty is what chance may do
            reasons.add(
                    text(
                            "%.0f %% of the tried sets of known facts give away more than %.0f points"
                                    + " beyond chance, limit 5 %%.",
                            100 * found.overLimit(), limit));
        }
    }

    private void attack(AttackRisk found) {
        double error = (found.risk().high() - found.risk().low()) / 2 / Estimate.Z;
        if (found.risk().value() - OF_MANY * error > ATTACK && found.ahead() > OF_MANY) {
            reasons.add(
                    text(
                            "%s: risk %.2f, 95 %% interval %.2f to %.2f, limit %.2f.",
                            found.name(),
                            found.risk().value(),
                            found.risk().low(),
                            found.risk().high(),
                            ATTACK));
        }
    }

    private void power(Membership membership) {
        double reach = OF_THREE * error(membership.nearest());
        int n = membership.strangers();
        if (0.5 + reach > MEMBERSHIP) {
            cautions.add(
                    text(
                            "With %d held-out people a membership AUC below %.2f cannot be told from"
                                    + " chance.",
                            n, 0.5 + reach));
        }
        if (!membership.outliers().known()) {
            cautions.add("People unlike all others were too few, or were not attacked apart.");
        }
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
