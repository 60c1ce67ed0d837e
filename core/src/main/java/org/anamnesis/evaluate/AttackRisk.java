package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One kind of attack, as Anonymeter defines its risk (Giomi et al. 2023, arXiv:2211.10459,
 * doi:10.56553/popets-2023-0055).
 *
 * @param name what was tried, for people
 * @param attacks how often it was tried on training people; on strangers as often
 * @param attack share of successes on training people
 * @param control the same on held-out people: what the table tells about anyone
 * @param baseline share of successes of guessing blindly at training people
 * @param risk (attack − control) / (1 − control): of what was left to find out about a stranger,
 *     the part that is found out about someone because her record was learned from
 */
public record AttackRisk(
        String name,
        int attacks,
        Estimate attack,
        Estimate control,
        Estimate baseline,
        Estimate risk) {
    public AttackRisk {
        requireNonNull(name, "name");
        requireNonNull(attack, "attack");
        requireNonNull(control, "control");
        requireNonNull(baseline, "baseline");
        requireNonNull(risk, "risk");
    }

    /** From counts of successes, each of {@code attacks}; a corrected count need not be whole. */
    static AttackRisk of(String name, int attacks, double onTrain, double onHoldout, double blind) {
        Estimate attack = Wilson.centred(onTrain, attacks);
        Estimate control = Wilson.centred(onHoldout, attacks);
        return new AttackRisk(
                name,
                attacks,
                attack,
                control,
                Wilson.centred(blind, attacks),
                residual(attack, control));
    }

    /** One kind of attack, tried on several models: successes and tries are added up. */
    static AttackRisk pooled(List<AttackRisk> of) {
        double[] successes = new double[3];
        int attacks = 0;
        for (AttackRisk r : of) {
            successes[0] += r.attacks * r.attack.value();
            successes[1] += r.attacks * r.control.value();
            successes[2] += r.attacks * r.baseline.value();
            attacks += r.attacks;
        }
        return of.size() == 1
                ? of.get(0)
                : of(of.get(0).name, attacks, successes[0], successes[1], successes[2]);
    }

    /** Errors of the two rates are propagated; the risk is held within 0 and 1. */
    private static Estimate residual(Estimate attack, Estimate control) {
        if (!attack.known() || !control.known()) {
            return Estimate.NONE;
        }
        double left = 1 - control.value();
        double risk = (attack.value() - control.value()) / left;
        double byAttack = half(attack) / left;
        double byControl = half(control) * (1 - attack.value()) / (left * left);
        double error = Math.hypot(byAttack, byControl);
        return new Estimate(held(risk), held(risk - error), held(risk + error));
    }

    private static double half(Estimate of) {
        return (of.high() - of.low()) / 2;
    }

    private static double held(double risk) {
        return Math.max(0, Math.min(1, risk));
    }

    /**
     * Standard errors by which training people are ahead of strangers, with the error that the two
     * would have if they were alike, √(2 p (1 − p) / n). Unlike the risk's own error it is sound
     * where strangers are guessed nearly always.
     */
    double ahead() {
        double shared = (attack.value() + control.value()) / 2;
        double error = Math.sqrt(2 * shared * (1 - shared) / attacks);
        return error > 0 ? (attack.value() - control.value()) / error : 0;
    }

    /** Whether guessing blindly did as well, so that the attack shows nothing. */
    public boolean noBetterThanGuessing() {
        return !(attack.value() > baseline.value());
    }
}
