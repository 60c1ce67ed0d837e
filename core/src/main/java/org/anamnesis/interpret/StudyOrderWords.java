package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
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
            "e[ck]gs?|eegs?|cts?|ldcts?|tacs?|scanner|electro.*|elektro.*|tomo.*|computed|computer|scans?|tc|tdm|心电.*|脑电.*";

    private static final String NOT =
            "no|without|drop|remove|omit|skip|delete|exclude|excluding|cancel|not|need|want|more|any|the|out|leave|do|don't|dont|we|i|please|all|of";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;
    private final List<Place> all = new ArrayList<>();
    private final TreeSet<String> kinds = new TreeSet<>();
    private boolean named;
    private final StudyClaim claim;
    private final StudyShares shares;
    private final StudyFindings findings;
    private final StudyParts parts;
    private final StudyPeople people;

    private StudyOrderWords(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
        places();
        this.claim = new StudyClaim(s);
        this.shares = new StudyShares(s, claim, current, all);
        this.findings = new StudyFindings(s, claim, shares, current, all);
        this.parts = new StudyParts(s, claim, findings, current, all);
        this.people = new StudyPeople(s, claim, shares, vocabulary, current);
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

    /** Kinds that are named, or else those that were asked for before, and what is in them. */
    private void places() {
        List<List<Place>> places = StudyTerms.bundled().places(s);
        places.forEach(
                p ->
                        p.stream()
                                .filter(x -> x.term() instanceof Term.Kind)
                                .forEach(x -> kinds.add(x.term().kind().id())));
        named = !kinds.isEmpty();
        if (!named) {
            current.beyond().studies().forEach(o -> kinds.add(o.kind()));
        }
        var patterns = new StudyPatterns(places, current);
        for (List<Place> here : places) {
            here.stream()
                    .filter(p -> kinds.contains(p.term().kind().id()))
                    .filter(p -> !(p.term() instanceof Term.Choice && s.inConcept(p.from())))
                    .filter(p -> named ? meant(p, places) : alone(p))
                    .filter(p -> !infarction(p) || listed(p))
                    .filter(p -> !patterns.told(p))
                    .min(Comparator.comparingInt(StudyOrderWords::rank))
                    .ifPresent(all::add);
        }
        List<Place> told = StudyElided.told(s, List.copyOf(all));
        all.clear();
        all.addAll(told);
    }

    private void read() {
        if (!current.beyond().studies().isEmpty() && none()) {
            return;
        }
        if (new StudyDoubts(draft, all).told(named)) {
            return;
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
        boolean own =
                p.term() instanceof Term.Finding
                        || (p.term() instanceof Term.Measured m && measured(p, m));
        boolean concept = s.inConcept(p.from()) && !own;
        boolean bare = p.term() instanceof Term.Choice && p.to() == p.from() + 1;
        return !concept && !bare && (StudyTerms.telling(s, p) || asked(p));
    }

    /** "heart rate 45" is of the record, unless the studies have one of their own. */
    private boolean measured(Place p, Term.Measured m) {
        boolean had =
                current.beyond()
                        .study(m.kind().id())
                        .filter(o -> o.measurements().containsKey(m.of().id()))
                        .isPresent();
        boolean wished = StudyParts.degree(s, p) || s.like(p.to(), "should|must|shall");
        return had || wished || !m.of().unit().equals("/min");
    }

    /** "nodules of 12 mm": of a finding that the studies have, its everyday name is enough. */
    private boolean asked(Place p) {
        return p.term() instanceof Term.Finding f
                && !s.like(
                        p.to(), "bigger|larger|smaller|more|fewer|less|denser|worse|milder|higher")
                && current.beyond().study(f.kind().id()).stream()
                        .flatMap(o -> o.findings().stream())
                        .anyMatch(x -> x.finding().equals(f.of().id()) && x.percent() > 0);
    }

    /** "normal" is said of many things: of a study as "half of them normal", "20 normal ECGs". */
    private boolean meant(Place p, List<List<Place>> places) {
        boolean normal = p.to() == p.from() + 1 && s.like(p.from(), "normal");
        boolean ends =
                s.like(
                                p.to(),
                                "[.,;)!]|and|but|ones|others?|rest|resting|routine|standard|surface|awake|e[ck]gs?|eegs?|cts?|scans?")
                        || p.to() >= s.size();
        boolean kind =
                places.stream()
                        .flatMap(List::stream)
                        .anyMatch(o -> o.from() == p.to() && !(o.term() instanceof Term.Detail));
        return !normal || ends || kind; // "normal 12-lead ECGs", "normal chest CT"
    }

    /** A name of what is in the record as well. */
    private boolean infarction(Place p) {
        return p.term() instanceof Term.Finding
                && (s.like(p.from(), "mi") || s.like(p.from(), "myocardial"))
                && p.to() - p.from() <= 2;
    }

    /** "ECGs: 40 % normal, 20 % MI": a share of what ECGs show, which are named before. */
    private boolean listed(Place p) {
        boolean kind =
                all.stream().anyMatch(o -> o.term() instanceof Term.Kind && o.to() <= p.from());
        boolean other =
                all.stream().anyMatch(o -> o.term() instanceof Term.Finding && o.to() <= p.from());
        boolean share = s.like(p.from() - 1, "%|percent") && s.at(p.from() - 2).number();
        return kind && other && share;
    }

    /** "no more recordings": none of any kind. */
    private boolean none() {
        int i = 0;
        boolean denied = false;
        while (s.like(i, NOT)) {
            denied |= s.like(i, DENIAL);
            i++;
        }
        boolean all = s.like(i, "studies|recordings|scans|imaging|images|signals");
        if (!denied || !all || !(i + 1 >= s.size() || s.like(i + 1, "[.,;!]|please|anymore"))) {
            return false;
        }
        for (StudyOrder order : current.beyond().studies()) {
            draft.edit(new Edit.DropStudies(order.kind()), 0, i + 1, false);
        }
        s.use(0, i + 1);
        return true;
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
            if (p.term() instanceof Term.Finding) {
                StudyPace pace = new StudyPace(s, claim);
                order = pace.paced(order, p).orElse(order);
                order = pace.sized(order, p).orElse(order);
            }
        }
        equally(kind);
        order = new StudyRhythms(draft, claim, all).read(order, kind, findings.conditions());
        for (StudyKind.Setting set : kind.settings()) {
            if (!set.parts().isEmpty()) {
                order = new StudyLeads(s, claim, set).read(order, current);
            }
        }
        order = StudyDose.read(draft, claim, order, kind, current);
        order = findings.later(order, kind);
        order = findings.apart(order, kind);
        if (head.isPresent()) {
            claim.take(head.get().from(), head.get().to());
            first = Math.min(first, head.get().from());
            plain(head.get());
            order = parts.loose(order, kind, head.get());
            Optional<StudyOrder> whom = people.whom(order, head.get());
            whose = whom.isPresent();
            order = whom.orElse(order);
            counted(head.get());
        } else {
            order = parts.loose(order, kind, new Place(new Term.Kind(kind), 0, 0));
        }
        boolean anything = !order.equals(StudyOrder.of(kind.id()));
        StudyMain main = StudyMain.of(s, current, all);
        if (findings.main().isPresent()) {
            claim.mark();
            int from = claim.first(0);
            main.change(draft, findings.main().getAsDouble(), from, claim.last(from + 1));
            return;
        }
        main.tell(draft, order);
        if (!anything && (!named || current.beyond().study(kind.id()).isPresent())) {
            return;
        }
        claim.spread();
        int last = claim.last(0);
        if (s.like(last, "too|also|instead|please") && s.free(last)) {
            claim.take(last, last + 1);
        }
        claim.mark();
        int from = claim.first(first);
        int to = claim.last(first + 1);
        beside(from, to);
        draft.edit(new Edit.OrderStudies(order, whose), from, to, false);
    }

    /** Says aloud that findings are shown in equal parts. */
    private void equally(StudyKind kind) {
        List<Place> listed = shares.equalParts();
        if (!listed.isEmpty() && listed.get(0).term().kind().equals(kind)) {
            int to = listed.get(listed.size() - 1).to();
            claim.take(to, claim.evenly(to));
            draft.assume(
                    "\"%s\" are shown in equal parts of the %ss; other shares can be asked for."
                            .formatted(
                                    s.quote(
                                            listed.get(0).from(),
                                            listed.get(listed.size() - 1).to()),
                                    kind.names().get(0)));
        }
    }

    /** "20 normal head CTs": of a kind that has no finding for it, nothing is asked. */
    private void plain(Place head) {
        int i = claim.before(head.from());
        if (s.like(i, "normal|unremarkable|healthy|resting|routine|standard|plain|surface")
                && s.free(i)) {
            claim.take(i, head.to());
        }
        boolean named =
                head.term().kind().findings().stream().anyMatch(f -> f.id().startsWith("normal"));
        for (int k = 0; k < s.size() && !named; k++) { // "15 normal" of head CTs
            if (!s.like(k, StudyShares.CLEAR) || !s.free(k) || claim.used(k)) {
                continue;
            }
            int rest = s.like(k - 1, "are|is|be|being|should") ? k - 2 : k - 1;
            if (s.like(rest, "rest|others|remainder|remaining|ones")) {
                claim.take(s.like(rest - 1, "the|all") ? rest - 1 : rest, k + 1);
            } else if (shares.leads(k)) {
                claim.take(k, k + 1);
            }
        }
    }

    /** Counts say how many have a condition that shows itself, and how many there are. */
    private void beside(int from, int to) {
        findings.conditions()
                .forEach(
                        (id, percent) -> {
                            boolean free =
                                    current.condition().isEmpty()
                                            && !draft.has(Edit.SetCondition.class);
                            if (percent >= 100 && free) { // what everybody has is what they are
                                draft.edit(new Edit.SetCondition(id), from, to, false);
                                return;
                            }
                            var has = new Criterion.HasCondition(id, Optional.empty());
                            var share = new Constraint.Share(has, percent);
                            draft.edit(new Edit.AddConstraint(share), from, to, false);
                        });
        findings.conditions().clear();
        boolean open = !draft.has(Edit.SetCount.class) && current.equals(CohortSpec.DEFAULT);
        if (open && shares.untold().isPresent()) {
            int count = (int) shares.untold().getAsDouble();
            draft.edit(new Edit.SetCount(count), from, to, false);
        }
    }

    private Optional<Place> head(StudyKind kind) {
        return all.stream()
                .filter(p -> p.term() instanceof Term.Kind && p.term().kind().equals(kind))
                .findFirst();
    }

    /** "aged 3 to 80 with 3-minute EEGs": the number is of what stands before "with". */
    private boolean joined(int number, int head) {
        return IntStream.range(number + 1, head).anyMatch(i -> s.like(i, "with|and|,|having"));
    }

    /** "200 normal ECGs": so many patients, where nobody says how many otherwise. */
    private void counted(Place head) {
        int i = claim.before(head.from());
        int k = head.to();
        boolean behind = // "心电图50份"
                s.foreign()
                        && s.at(k).number()
                        && s.free(k)
                        && !claim.used(k)
                        && (k + 1 >= s.size() || s.like(k + 1, "[.,;]"));
        if (behind && shares.whole(k) && current.equals(CohortSpec.DEFAULT)) {
            CountWords.count(draft, k);
            return;
        }
        boolean plural = s.foreign() || s.word(head.to() - 1).endsWith("s");
        boolean many = s.at(i).number() && s.free(i) && plural && !joined(i, head.from());
        if (many && shares.divided()) {
            claim.take(i, head.to());
        } else if (many && shares.whole(i) && current.equals(CohortSpec.DEFAULT)) {
            CountWords.count(draft, i);
        }
    }
}
