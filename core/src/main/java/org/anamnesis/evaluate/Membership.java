package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Can someone who knows a person's record tell that it was learned from? Areas under the ROC curve,
 * training people against held-out people; 0.5: nothing can be told.
 *
 * @param nearest by the distance to the nearest synthetic row
 * @param densityRatio the same, weighed against the distance to the nearest of other known
 *     outsiders (van Breugel et al. 2023, DOMIAS, arXiv:2302.12580)
 * @param outliers the first attack on the twentieth of people who lie farthest from all others
 *     (Meeus et al. 2023, arXiv:2306.10308); NaN if too few or not tried
 * @param namedAtOnePercent share of training people recognised when 1 of 100 strangers is wrongly
 *     taken for one, by the first attack; 0.01: nothing
 * @param people training people attacked
 * @param strangers held-out people attacked
 */
public record Membership(
        Estimate nearest,
        Estimate densityRatio,
        Estimate outliers,
        double namedAtOnePercent,
        int people,
        int strangers) {
    private static final double REMOTE = 0.05;

    /** Fewer of one kind give no area worth printing. */
    private static final int FEWEST = 10;

    /** Keeps logarithms of zero distances finite. */
    private static final double TINY = 1e-3;

    /**
     * Correlation of the two attacks with either half of the strangers known: 0.27 to 0.40 in 400
     * simulations each of people who were not learned from (60 to 800 members, 15 to 200 strangers,
     * 5 to 30 columns). As if independent, their interval was a sixth too narrow, and 450 people
     * and 150 strangers broke a limit by tables made of neither.
     */
    private static final double HALVES = 0.4;

    /**
     * Correlation of the first attack between two of five splits. Who lies near to anything raises
     * the area of a model that learned her and lowers that of the one that held her out: 250
     * simulations each of 150 and 315 people who were not learned from came to 0.71 and 0.65 of the
     * standard error of independent splits, which is −0.12 and −0.14.
     */
    private static final double SPLITS = -0.13;

    public Membership {
        requireNonNull(nearest, "nearest");
        requireNonNull(densityRatio, "densityRatio");
        requireNonNull(outliers, "outliers");
    }

    /**
     * @param members rows of training people; who has several is attacked by all of them
     * @param strangers rows of held-out people
     * @param ofMembers by row, distances to the nearest synthetic row
     * @param ofStrangers likewise
     * @param remote distance of each member and then each stranger to the fifth nearest training
     *     row; empty if outliers are not tried
     */
    static Membership of(
            Attacked members,
            Attacked strangers,
            double[] ofMembers,
            double[] ofStrangers,
            double[] remote) {
        int n = ofMembers.length;
        double[] scores = new double[n + ofStrangers.length];
        boolean[] learned = new boolean[scores.length];
        Arrays.fill(learned, 0, n, true);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i < n ? -ofMembers[i] : -ofStrangers[i - n];
        }
        return new Membership(
                told(
                        members.each(Arrays.copyOf(scores, n)),
                        strangers.each(Arrays.copyOfRange(scores, n, scores.length))),
                ratio(members, strangers, ofMembers, ofStrangers),
                outliers(scores, learned, remote),
                named(ofMembers, ofStrangers),
                members.count(),
                strangers.count());
    }

    /** Area of scores of persons who were learned from against those of others. */
    private static Estimate told(double[] members, double[] strangers) {
        double[] scores = Arrays.copyOf(members, members.length + strangers.length);
        System.arraycopy(strangers, 0, scores, members.length, strangers.length);
        boolean[] learned = new boolean[scores.length];
        Arrays.fill(learned, 0, members.length, true);
        return Auc.of(scores, learned).estimate();
    }

    /**
     * Attacks on several models of one table, each of which held other people out and all of whose
     * people were attacked. Someone unlike all others is a stranger to one model and was learned by
     * the rest: of each two people either is once the member and once the stranger, so that who
     * they are cancels out.
     */
    static Membership pooled(List<Membership> of) {
        return new Membership(
                Estimate.mean(of.stream().map(Membership::nearest).toList(), SPLITS, 0, 1),
                Estimate.mean(of.stream().map(Membership::densityRatio).toList(), 0, 1),
                Estimate.mean(of.stream().map(Membership::outliers).toList(), 0, 1),
                of.stream().mapToDouble(Membership::namedAtOnePercent).average().orElseThrow(),
                of.stream().mapToInt(Membership::people).sum(),
                of.stream().mapToInt(Membership::strangers).sum());
    }

    /** Half of the strangers are known to the attacker, the others are attacked; then in turn. */
    private static Estimate ratio(
            Attacked members, Attacked strangers, double[] ofMembers, double[] ofStrangers) {
        int n = ofStrangers.length;
        int half = strangers.half();
        Attacked first = strangers.rows(0, half);
        Attacked last = strangers.rows(half, n);
        double[] ofFirst = Arrays.copyOf(ofStrangers, half);
        double[] ofLast = Arrays.copyOfRange(ofStrangers, half, n);
        return Estimate.mean(
                List.of(
                        ratio(members, last, first, ofMembers, ofLast),
                        ratio(members, first, last, ofMembers, ofFirst)),
                HALVES,
                0,
                1);
    }

    /**
     * @param known strangers whom the attacker knows
     */
    private static Estimate ratio(
            Attacked members,
            Attacked strangers,
            Attacked known,
            double[] ofMembers,
            double[] ofStrangers) {
        return told(nearer(members, known, ofMembers), nearer(strangers, known, ofStrangers));
    }

    /** By how much each person lies nearer to a synthetic row than to a known stranger. */
    private static double[] nearer(Attacked persons, Attacked known, double[] toSynthetic) {
        double[] scores = Nearest.distances(persons.points(), known.points());
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.log(scores[i] + TINY) - Math.log(toSynthetic[i] + TINY);
        }
        return persons.each(scores);
    }

    private static Estimate outliers(double[] scores, boolean[] learned, double[] remote) {
        if (remote.length == 0) {
            return Estimate.NONE;
        }
        double[] sorted = remote.clone();
        Arrays.sort(sorted);
        double far = sorted[(int) Math.floor((1 - REMOTE) * (sorted.length - 1))];
        double[] kept = new double[scores.length];
        boolean[] labels = new boolean[scores.length];
        int n = 0;
        int of = 0;
        for (int i = 0; i < scores.length; i++) {
            if (remote[i] >= far) {
                kept[n] = scores[i];
                labels[n++] = learned[i];
                of += learned[i] ? 1 : 0;
            }
        }
        return of < FEWEST || n - of < FEWEST
                ? Estimate.NONE
                : Auc.of(Arrays.copyOf(kept, n), Arrays.copyOf(labels, n)).estimate();
    }

    private static double named(double[] ofMembers, double[] ofStrangers) {
        double[] sorted = ofStrangers.clone();
        Arrays.sort(sorted);
        double limit = sorted[(int) (0.01 * sorted.length)]; // 1 of 100 strangers lies nearer
        return Arrays.stream(ofMembers).filter(d -> d < limit).count() / (double) ofMembers.length;
    }
}
