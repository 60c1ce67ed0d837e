package org.anamnesis.plan;

import java.util.List;
import org.anamnesis.problem.Problem;

/**
 * Whom a request leaves, without making anything.
 *
 * @param rows of the reference population that meet every requirement
 * @param share of its residents, 0 to 1
 * @param residents whom the rows stand for
 * @param effectiveRows Kish's effective number of rows after targets
 * @param divergence Kullback–Leibler divergence of the targets in nats; 0 without targets
 * @param groups the same of each disjoint group, if there are some
 * @param explained what was decided and why, in sentences
 * @param unmet wishes that no data can meet, so that nothing could be made as yet
 */
public record Reach(
        int rows,
        double share,
        double residents,
        double effectiveRows,
        double divergence,
        List<OfGroup> groups,
        List<String> explained,
        List<Problem> unmet) {
    /** Whether more people than those who meet the request will be learned from. */
    public boolean extrapolated() {
        return LearnedRows.few(rows, effectiveRows);
    }

    /**
     * Whom the request leaves for one group.
     *
     * @param patients how many it will have
     * @param rows that can start its patients
     * @param effectiveRows Kish's effective number of these after targets and matching
     */
    public record OfGroup(String name, long patients, int rows, double effectiveRows) {}

    public Reach {
        groups = List.copyOf(groups);
        explained = List.copyOf(explained);
        unmet = List.copyOf(unmet);
    }
}
