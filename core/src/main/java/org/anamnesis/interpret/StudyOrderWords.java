package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.StudyOrder;

/**
 * Recordings and images: "with ECGs", "an EEG for those with epilepsy", "chest CT with a 9 mm
 * nodule in the right upper lobe in 30 %", "make the QTc 480", "no ECGs". Once studies are asked
 * for, what is in them may be said without naming their kind.
 */
final class StudyOrderWords {
    /** Take away what is named behind them. */
    static final String DENIAL = "no|without|drop|remove|omit|skip|delete|exclude|cancel|not";

    /** Without one of these nobody speaks of studies that were not asked for before. */
    private static final String SIGNS =
            "e[ck]gs?|eegs?|cts?|electro.*|elektro.*|tomo.*|computed|computer|scans?|tc|tdm|心电.*|脑电.*";

    private static final String NOT =
            "no|without|drop|remove|omit|skip|delete|exclude|excluding|cancel|not|need|want|more|any|the|out|leave|do|don't|dont|we|i|please|all|of";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;
    private final List<Place> all = new ArrayList<>();
    private final StudyClaim claim;
    private final StudyParts parts;
    private final StudyPeople people;

    private StudyOrderWords(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
        this.claim = new StudyClaim(s);
        this.parts = new StudyParts(s, claim, current, all);
        this.people = new StudyPeople(s, claim, vocabulary, current);
    }

    static void find(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        Sentence s = draft.sentence;
        boolean ordered = !current.beyond().studies().isEmpty();
        boolean named = false;
        for (int i = 0; i < s.size() && !named; i++) {
            named = s.like(i, SIGNS);
        }
        if (ordered || named) {
            new StudyOrderWords(draft, vocabulary, current).read();
        }
    }

    private void read() {
        List<List<Place>> places = StudyTerms.bundled().places(s);
        TreeSet<String> kinds = new TreeSet<>();
        places.forEach(
                p ->
                        p.stream()
                                .filter(x -> x.term() instanceof Term.Kind)
                                .forEach(x -> kinds.add(x.term().kind().id())));
        boolean named = !kinds.isEmpty();
        if (!named) {
            current.beyond().studies().forEach(o -> kinds.add(o.kind()));
        }
        for (List<Place> here : places) {
            here.stream()
                    .filter(p -> kinds.contains(p.term().kind().id()))
                    .filter(p -> named || alone(p))
                    .min(Comparator.comparingInt(StudyOrderWords::rank))
                    .ifPresent(all::add);
        }
        for (String kind : kinds) {
            StudyKind of = StudyKinds.find(kind).orElseThrow();
            if (!dropped(of)) {
                order(of, named);
            }
        }
    }

    private static int rank(Place p) {
        return p.term() instanceof Term.Kind
                ? 0
                : p.term() instanceof Term.Finding ? 1 : p.term() instanceof Term.Measured ? 2 : 3;
    }

    /** Whether words without the kind beside them can mean nothing else. */
    private boolean alone(Place p) {
        boolean concept = s.inConcept(p.from()) && !(p.term() instanceof Term.Finding);
        return !concept && !(p.term() instanceof Term.Choice) && StudyTerms.telling(s, p);
    }

    /** "no ECGs", "drop the EEG": the whole kind, when nothing else is said of it. */
    private boolean dropped(StudyKind kind) {
        for (Place p : all) {
            if (p.term() instanceof Term.Kind k && k.kind().equals(kind)) {
                int from = p.from();
                boolean denied = false;
                while (from > 0 && s.free(from - 1) && s.like(from - 1, NOT)) {
                    from--;
                    denied |= s.like(from, DENIAL);
                }
                boolean behind = s.like(p.to(), "anymore|please|any") || p.to() >= s.size();
                boolean clause = behind || s.like(p.to(), "[.,;!]|and|but");
                if (denied && clause) {
                    draft.edit(new Edit.DropStudies(kind.id()), from, p.to());
                    return true;
                }
            }
        }
        return false;
    }

    private void order(StudyKind kind, boolean named) {
        StudyOrder order = StudyOrder.of(kind.id());
        Optional<Place> head = head(kind);
        boolean whose = false;
        int first = Integer.MAX_VALUE;
        for (Place p : all) {
            if (!p.term().kind().equals(kind)) {
                continue;
            }
            Optional<StudyOrder> more = parts.part(order, p);
            if (more.isPresent()) {
                order = more.get();
                first = Math.min(first, p.from());
                claim.take(p.from(), p.to());
            }
        }
        if (head.isPresent()) {
            claim.take(head.get().from(), head.get().to());
            first = Math.min(first, head.get().from());
            order = normal(order, kind, head.get());
            order = parts.loose(order, kind, head.get());
            Optional<StudyOrder> whom = people.whom(order, head.get());
            whose = whom.isPresent();
            order = whom.orElse(order);
            counted(head.get());
        } else {
            order = parts.loose(order, kind, new Place(new Term.Kind(kind), 0, 0));
        }
        boolean anything = !order.equals(StudyOrder.of(kind.id()));
        if (!anything && (!named || current.beyond().study(kind.id()).isPresent())) {
            return;
        }
        claim.spread();
        claim.mark();
        int from = claim.first(first);
        int to = claim.last(first + 1);
        draft.edit(new Edit.OrderStudies(order, whose), from, to, false);
    }

    /** "200 normal 12-lead ECGs". */
    private StudyOrder normal(StudyOrder order, StudyKind kind, Place head) {
        Optional<StudyKind.Shown> finding =
                kind.findings().stream().filter(f -> f.id().startsWith("normal")).findFirst();
        boolean said = s.like(head.from() - 1, "normal|unremarkable|healthy");
        if (finding.isEmpty() || !said || !s.free(head.from() - 1)) {
            return order;
        }
        claim.take(head.from() - 1, head.to());
        return order.showing(new StudyOrder.Shown(finding.get().id(), 100, Map.of()));
    }

    private Optional<Place> head(StudyKind kind) {
        return all.stream()
                .filter(p -> p.term() instanceof Term.Kind && p.term().kind().equals(kind))
                .findFirst();
    }

    /** "200 normal ECGs": so many patients, where nobody says how many otherwise. */
    private void counted(Place head) {
        int i = head.from() - 1;
        while (claim.used(i)) {
            i--;
        }
        boolean many = s.at(i).number() && s.free(i) && s.word(head.to() - 1).endsWith("s");
        boolean whole = s.at(i).value().stripTrailingZeros().scale() <= 0;
        if (many && whole && s.at(i).doubleValue() >= 1 && current.equals(CohortSpec.DEFAULT)) {
            CountWords.count(draft, i);
        }
    }
}
