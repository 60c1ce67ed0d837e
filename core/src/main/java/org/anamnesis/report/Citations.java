package org.anamnesis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.evaluate.NumberFinding;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.evidence.Source;

/** The sources of one report, numbered from 1 in the order of their first use. */
final class Citations {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Dossier dossier;

    Citations(Dossier dossier) {
        this.dossier = dossier;
        dossier.header().fields().forEach(f -> f.provenance().sources().forEach(this::add));
        for (NumberFinding found : dossier.evaluation().numbers()) {
            found.published().ifPresent(p -> add(p.source()));
            found.band().ifPresent(b -> add(b.source()));
        }
        guidelines().forEach(g -> add(g.source()));
    }

    private void add(String id) {
        if (!id.equals(Trust.RECALLED) && !numbers.containsKey(id)) {
            numbers.put(id, numbers.size() + 1);
        }
    }

    List<Guideline> guidelines() {
        return dossier.condition().map(ConditionEvidence::guidelines).orElse(List.of());
    }

    /**
     * The guidelines by organisation and year: what was read of one edition and what nobody looked
     * up are two entries of the evidence, but one guideline.
     */
    Map<String, List<Guideline>> editions() {
        return guidelines().stream()
                .collect(
                        Collectors.groupingBy(
                                g -> g.organisation() + " " + g.year(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** Ids in the order of their numbers. */
    List<String> ids() {
        return new ArrayList<>(numbers.keySet());
    }

    /** Number of a source; empty for recalled figures, which have none. */
    Optional<Integer> number(String id) {
        return Optional.ofNullable(numbers.get(id));
    }

    Optional<Source> source(String id) {
        return dossier.sources().apply(id);
    }
}
