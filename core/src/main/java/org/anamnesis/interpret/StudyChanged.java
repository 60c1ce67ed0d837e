package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/** A finding that is there and is to look different: as many show it as did. */
final class StudyChanged {
    private final Sentence s;
    private final StudyClaim claim;
    private final StudyDetails words;
    private final CohortSpec current;

    StudyChanged(Sentence s, StudyClaim claim, StudyDetails words, CohortSpec current) {
        this.s = s;
        this.claim = claim;
        this.words = words;
        this.current = current;
    }

    /**
     * "nodules of 12 to 20 mm" of those who have some already: as many as had, and what else was
     * said; of several sorts "the 8 mm nodule" is one, "the nodules" are all; "the 8 mm nodule" is
     * made 10 mm by a second size.
     */
    Optional<StudyOrder> of(
            StudyOrder order, Place p, Term.Finding f, Map<String, String> said, int to) {
        List<StudyOrder.Shown> had =
                current.beyond().study(f.kind().id()).stream()
                        .flatMap(o -> o.findings().stream())
                        .filter(x -> x.finding().equals(f.of().id()) && x.percent() > 0)
                        .toList();
        if (had.isEmpty() || (had.size() > 1 && !(those(p) || s.word(p.to() - 1).endsWith("s")))) {
            return Optional.empty();
        }
        List<StudyOrder.Shown> meant = like(had, said);
        Map<String, String> details = new TreeMap<>(said);
        sized(f.of())
                .filter(d -> !meant.isEmpty() && said.containsKey(d.id()))
                .flatMap(d -> words.of(d, p.to(), p.to(), to))
                .ifPresent(v -> details.put(sized(f.of()).orElseThrow().id(), v));
        grown(had, details);
        spoken(p, to);
        List<StudyOrder.Shown> all = new ArrayList<>();
        for (StudyOrder.Shown x : had) {
            boolean changes = meant.isEmpty() || had.size() == 1 || meant.contains(x);
            all.add(changes ? with(x, details) : x);
        }
        return Optional.of(replaced(order, all));
    }

    /** "from 8 to 10 mm" of what has 8 mm is no range. */
    private static void grown(List<StudyOrder.Shown> had, Map<String, String> details) {
        details.replaceAll(
                (id, value) -> {
                    List<String> ends = StudyOrder.Shown.ends(value);
                    boolean from =
                            ends.size() > 1
                                    && had.stream()
                                            .anyMatch(x -> ends.get(0).equals(x.details().get(id)));
                    return from ? ends.get(1) : value;
                });
    }

    /** "a bigger nodule of 14 mm instead of 8": words that go without saying. */
    private void spoken(Place p, int to) {
        if (s.like(p.from() - 1, StudyParts.DEGREE)) {
            claim.take(p.from() - 1, p.from());
        }
        for (int i = p.to(); i < to; i++) {
            boolean instead =
                    (s.like(i, "instead") && s.like(i + 1, "of"))
                            || (s.like(i, "rather") && s.like(i + 1, "than"));
            if (instead && s.at(i + 2).number() && i + 4 >= to) {
                claim.take(i, to);
            }
        }
    }

    /** Whether an article points at what is there: "the nodules", "make all nodules". */
    private boolean those(Place p) {
        for (int i = Math.max(0, words.before(p)); i < p.from(); i++) {
            if (s.like(i, "the|those|these|all|both|each|every")) {
                return true;
            }
        }
        return false;
    }

    /** Those of the sorts that have what is said, as far as any has it; none if none has. */
    private static List<StudyOrder.Shown> like(
            List<StudyOrder.Shown> had, Map<String, String> said) {
        List<String> telling =
                said.keySet().stream()
                        .filter(k -> had.stream().anyMatch(x -> same(x, k, said)))
                        .toList();
        return had.stream()
                .filter(x -> !telling.isEmpty())
                .filter(x -> telling.stream().allMatch(k -> same(x, k, said)))
                .toList();
    }

    private static boolean same(StudyOrder.Shown had, String id, Map<String, String> said) {
        return said.get(id).equals(had.details().get(id));
    }

    static StudyOrder.Shown with(StudyOrder.Shown had, Map<String, String> details) {
        TreeMap<String, String> merged = new TreeMap<>(had.details());
        merged.putAll(details);
        return new StudyOrder.Shown(had.finding(), had.percent(), merged, had.beside());
    }

    /** Without details first: else the other sorts would stay beside them. */
    static StudyOrder replaced(StudyOrder order, List<StudyOrder.Shown> by) {
        StudyOrder.Shown first = by.get(0);
        List<StudyOrder.Shown> all = new ArrayList<>(order.findings());
        all.add(new StudyOrder.Shown(first.finding(), first.percent(), Map.of()));
        all.add(new StudyOrder.Shown(first.finding(), first.percent(), first.details()));
        all.addAll(by.subList(1, by.size()));
        return order.showing(all);
    }

    /** The detail that says how large it is. */
    static Optional<StudyKind.Setting> sized(StudyKind.Shown finding) {
        return finding.details().stream()
                .filter(d -> d.unit().equals("mm") && d.low().isPresent())
                .findFirst();
    }
}
