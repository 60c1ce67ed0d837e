package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * How near synthetic rows come to the people who were learned from, beside how near they come to
 * strangers. Low distances warn; high ones do not prove privacy (arXiv:2505.01524).
 *
 * @param closerToTrain share of synthetic rows whose nearest person is a training person, of as
 *     many training as held-out people; 0.5 is ideal
 * @param ratioAtFivePercent 5th percentile of the distance from synthetic rows to the nearest
 *     training person, over the same of held-out people; 1: as far as strangers, 0: copies; NaN if
 *     not worked out
 * @param nearCopies share of synthetic rows nearer to a training person than 99 % of held-out
 *     people are; about 0.01 is what strangers do; NaN if not worked out
 */
public record Closeness(Estimate closerToTrain, double ratioAtFivePercent, double nearCopies) {
    public Closeness {
        requireNonNull(closerToTrain, "closerToTrain");
    }

    /**
     * @param toMembers distance of each synthetic row to the nearest of the members
     * @param toStrangers likewise to as many strangers
     * @param toTrain distances of synthetic rows to all training people; empty if not worked out
     * @param strangersToTrain likewise of held-out people
     */
    static Closeness of(
            double[] toMembers, double[] toStrangers, double[] toTrain, double[] strangersToTrain) {
        double closer = 0;
        for (int i = 0; i < toMembers.length; i++) {
            closer += toMembers[i] < toStrangers[i] ? 1 : toMembers[i] == toStrangers[i] ? 0.5 : 0;
        }
        Estimate share = Wilson.share(closer, toMembers.length);
        if (toTrain.length == 0) {
            return new Closeness(share, Double.NaN, Double.NaN);
        }
        double least = percentile(strangersToTrain, 0.01);
        double near = Arrays.stream(toTrain).filter(d -> d < least).count();
        double usual = percentile(strangersToTrain, 0.05);
        return new Closeness(
                share, percentile(toTrain, 0.05) / Math.max(usual, 1e-9), near / toTrain.length);
    }

    private static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
