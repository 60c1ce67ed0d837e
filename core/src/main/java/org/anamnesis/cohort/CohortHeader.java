package org.anamnesis.cohort;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a cohort before its first patient.
 *
 * @param patients number of patients
 * @param fields columns of every block, in this order; {@code age} (years) and {@code sex} are
 *     always there
 * @param recorded conditions and findings that stand in records alone, without a column; an event
 *     names one by its position in {@link #described}
 * @param indexDate last day of the year in which patients enter
 * @param seed of the run, for details drawn on export such as the day of birth
 */
public record CohortHeader(
        long patients, List<Field> fields, List<Field> recorded, LocalDate indexDate, long seed) {
    public CohortHeader {
        fields = List.copyOf(fields);
        recorded = List.copyOf(recorded);
        requireNonNull(indexDate, "indexDate");
    }

    /** Whose records hold nothing but what the columns do. */
    public CohortHeader(long patients, List<Field> fields, LocalDate indexDate, long seed) {
        this(patients, fields, List.of(), indexDate, seed);
    }

    /** Whatever an event may name: the fields, and after them what stands in records alone. */
    public List<Field> described() {
        return Stream.concat(fields.stream(), recorded.stream()).toList();
    }

    /** Position of the field with this id, or −1. */
    public int indexOf(String id) {
        return position(fields, id);
    }

    /** Number of a level of the field with this id, or −1 if there is no such field or level. */
    public int levelOf(String id, String level) {
        int at = indexOf(id);
        return at < 0 ? -1 : fields.get(at).levels().indexOf(level);
    }

    /** Position in {@link #described} of what has this id, or −1. */
    public int describedIndexOf(String id) {
        int at = position(fields, id);
        int beyond = position(recorded, id);
        return at >= 0 || beyond < 0 ? at : fields.size() + beyond;
    }

    private static int position(List<Field> among, String id) {
        for (int k = 0; k < among.size(); k++) {
            if (among.get(k).id().equals(id)) {
                return k;
            }
        }
        return -1;
    }
}
