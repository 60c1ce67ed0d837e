package org.anamnesis.code;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition that stands in records alone: a complication that a history gives rise to. No column
 * holds it, so that people can be asked to be without it and not to have it, and the catalogue does
 * not list it.
 *
 * @param concept with its codes
 * @param needs ids of the conditions of which a cohort must know one; with a + between them, both
 * @param how it is made
 */
public record RecordOnly(Concept concept, List<String> needs, String how) {
    public static final String INFARCTION = "myocardial-infarction";
    public static final String RETINOPATHY = "diabetic-retinopathy";
    public static final String BLINDNESS = "diabetic-blindness";
    public static final String FOOT_ULCER = "diabetic-foot-ulcer";
    public static final String AMPUTATION = "lower-limb-amputation";
    public static final String KIDNEY_FAILURE = "kidney-failure";

    public static final String SECOND_INFARCTION = "second-myocardial-infarction";
    public static final String SECOND_STROKE = "second-stroke";
    public static final String SECOND_AMPUTATION = "second-lower-limb-amputation";

    private static final String NONE = "-";
    private static final List<RecordOnly> BUNDLED =
            ResourceRows.of("record-only.tsv").map(RecordOnly::of).toList();

    public RecordOnly {
        requireNonNull(concept, "concept");
        needs = List.copyOf(needs);
        requireNonNull(how, "how");
    }

    /**
     * Whether a cohort may give rise to it.
     *
     * @param known ids of the conditions that it knows
     */
    public boolean possible(Set<String> known) {
        return needs.stream().anyMatch(n -> known.containsAll(List.of(n.split("\\+"))));
    }

    /** All of them. */
    public static List<RecordOnly> bundled() {
        return BUNDLED;
    }

    /** The one of this id. */
    public static Optional<RecordOnly> find(String id) {
        return BUNDLED.stream().filter(r -> r.concept().id().equals(id)).findFirst();
    }

    private static RecordOnly of(String[] cells) {
        List<Coding> codings = new ArrayList<>();
        coding(CodeSystem.SNOMED_CT, cells, 2).ifPresent(codings::add);
        coding(CodeSystem.ICD_10_CM, cells, 5).ifPresent(codings::add);
        List<String> words = cells[10].equals(NONE) ? List.of() : List.of(cells[10].split("\\|"));
        var concept = new Concept(cells[0], Concept.Kind.CONDITION, cells[1], words, codings);
        return new RecordOnly(concept, List.of(cells[8].split(",")), cells[9]);
    }

    private static Optional<Coding> coding(CodeSystem system, String[] cells, int at) {
        return cells[at].equals(NONE)
                ? Optional.empty()
                : Optional.of(
                        new Coding(system, cells[at], cells[at + 1], Optional.of(cells[at + 2])));
    }
}
