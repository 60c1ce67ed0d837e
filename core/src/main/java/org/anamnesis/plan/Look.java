package org.anamnesis.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a request comes to, looked at without making anything. Its figures are counted when they are
 * first asked for.
 */
public final class Look {
    private final Reach reach;
    private final List<String> observations;
    private final Function<String, OptionalDouble> means;
    private final Supplier<Statistics> count;
    private List<Statistic> counted = List.of();

    Look(
            Reach reach,
            List<String> observations,
            Function<String, OptionalDouble> means,
            Supplier<Statistics> statistics) {
        this.reach = reach;
        this.observations = List.copyOf(observations);
        this.means = means;
        this.count = statistics;
    }

    /** Whom the request leaves. */
    public Reach reach() {
        return reach;
    }

    /** Ids of the observations that are written, as far as they are taken from the catalogue. */
    public List<String> observations() {
        return observations;
    }

    /** Means and shares of its people; counted once. */
    public synchronized List<Statistic> statistics() {
        if (counted.isEmpty()) {
            counted = count.get().all();
        }
        return counted;
    }

    /**
     * One of them alone.
     *
     * @param share whether a share is meant, not a mean
     */
    public Optional<Statistic> statistic(String id, boolean share) {
        return count.get().one(id, share);
    }

    /** The mean of an observation among its people; empty if nothing tells it. */
    OptionalDouble mean(String observation) {
        return means.apply(observation);
    }
}
