package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anamnesis.code.StudyKind;
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
    /** Without one of these nobody speaks of studies that were not asked for before. */
    private static final String SIGNS =
            "e[ck]gs?|eegs?|cts?|electro.*|elektro.*|tomo.*|computed|computer|scans?|tc|tdm|心电.*|脑电.*";

    private static final String LEAD =
            "with|and|add|adding|include|including|also|plus|a|an|the|one|each|please|take|record|give|every|give|make|want|i|have|set|show|showing|all|them|everyone|everybody|,|get|gets|has|having|in|on|of|their|its|to|do|do|use|generate|create|now|but|change|as|well";
    private static final String NOT =
            "no|without|drop|remove|omit|skip|delete|exclude|excluding|cancel|not|need|want|more|any|the|out|leave|do|don't|dont|we|i|please|all|of";
    private static final String PEOPLE =
            "wom[ae]n|m[ae]n|females?|males?|smokers?|adults?|diabetics?|anyone|anybody|whoever|older|younger|elderly|children";
    private static final String PICTURES = "pictures?|svg|png|previews?";
    private static final String FILES = "wfdb|edf|dicom|nifti|bids|" + PICTURES;
    private static final String DENIAL =
            "no|without|drop|remove|omit|skip|delete|exclude|cancel|not";
    private static final String NORMAL =
            "of|to|at|=|:|is|be|around|about|a|an|the|should|was|were|by";

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;
    private final CohortSpec current;
    private final List<Place> all = new ArrayList<>();
    private final TreeMap<Integer, Integer> taken = new TreeMap<>();

    private StudyOrderWords(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
        this.current = current;
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
            StudyKind of = org.anamnesis.code.StudyKinds.find(kind).orElseThrow();
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
                    draft.edit(new Edit.DropStudies(kind.id(), Optional.empty()), from, p.to());
                    return true;
                }
            }
        }
        return false;
    }

    private void order(StudyKind kind, boolean named) {
        StudyOrder order = StudyOrder.of(kind.id());
        Optional<Place> head = head(kind);
        boolean people = false;
        int first = Integer.MAX_VALUE;
        for (Place p : all) {
            if (!p.term().kind().equals(kind)) {
                continue;
            }
            Optional<StudyOrder> more = part(order, p);
            if (more.isPresent()) {
                order = more.get();
                first = Math.min(first, p.from());
                take(p.from(), p.to());
            }
        }
        if (head.isPresent()) {
            take(head.get().from(), head.get().to());
            first = Math.min(first, head.get().from());
            order = normal(order, kind, head.get());
            order = loose(order, kind, head.get());
            Optional<StudyOrder> whom = whom(order, head.get());
            people = whom.isPresent();
            order = whom.orElse(order);
            counted(head.get());
        } else {
            order = loose(order, kind, new Place(new Term.Kind(kind), 0, 0));
        }
        boolean anything = !order.equals(StudyOrder.of(kind.id()));
        if (!anything && (!named || current.beyond().study(kind.id()).isPresent())) {
            return;
        }
        spread();
        int from = taken.isEmpty() ? first : taken.firstKey();
        int to = taken.isEmpty() ? first + 1 : taken.lastEntry().getValue();
        taken.forEach((a, b) -> s.use(a, b));
        draft.edit(new Edit.OrderStudies(order, people), from, to, false);
    }

    /** "200 normal 12-lead ECGs". */
    private StudyOrder normal(StudyOrder order, StudyKind kind, Place head) {
        Optional<StudyKind.Shown> finding =
                kind.findings().stream().filter(f -> f.id().startsWith("normal")).findFirst();
        boolean said = s.like(head.from() - 1, "normal|unremarkable|healthy");
        if (finding.isEmpty() || !said || !s.free(head.from() - 1)) {
            return order;
        }
        take(head.from() - 1, head.to());
        return order.showing(new StudyOrder.Shown(finding.get().id(), 100, Map.of()));
    }

    private Optional<Place> head(StudyKind kind) {
        return all.stream()
                .filter(p -> p.term() instanceof Term.Kind && p.term().kind().equals(kind))
                .findFirst();
    }

    private void take(int from, int to) {
        taken.merge(from, to, Math::max);
    }

    /** Words between two parts of an order that only join them belong to it. */
    private void spread() {
        TreeMap<Integer, Integer> wider = new TreeMap<>();
        for (var e : taken.entrySet()) {
            int from = e.getKey();
            while (from > 0 && s.free(from - 1) && s.like(from - 1, LEAD) && !used(from - 1)) {
                from--;
            }
            wider.merge(from, e.getValue(), Math::max);
        }
        taken.clear();
        taken.putAll(wider);
    }

    private boolean used(int token) {
        return taken.entrySet().stream().anyMatch(e -> e.getKey() <= token && token < e.getValue());
    }

    private Optional<StudyOrder> part(StudyOrder order, Place p) {
        if (p.term() instanceof Term.Finding f) {
            return finding(order, p, f);
        }
        if (p.term() instanceof Term.Measured m) {
            return measured(order, p, m.of());
        }
        if (p.term() instanceof Term.Set set) {
            return setting(order, p, set.of());
        }
        return p.term() instanceof Term.Choice c
                ? Optional.of(order.set(c.of().id(), c.choice()))
                : Optional.empty();
    }

    /** "a 9 mm nodule in the right upper lobe in 30 %", "20 % with LBBB", "no PVCs". */
    private Optional<StudyOrder> finding(StudyOrder order, Place p, Term.Finding f) {
        boolean implied =
                s.named().stream()
                        .anyMatch(
                                n ->
                                        n.from() <= p.from()
                                                && p.to() <= n.to()
                                                && f.of().conditions().contains(n.concept().id()));
        if (implied) { // who has the condition shows it
            return Optional.empty();
        }
        TreeMap<String, String> details = new TreeMap<>(f.given());
        int from = before(p);
        int to = behind(p);
        for (StudyKind.Setting d : f.of().details()) {
            detail(d, from, to).ifPresent(v -> details.put(d.id(), v));
        }
        double percent = s.like(p.from() - 1, DENIAL) ? 0 : share(from, p.from(), to).orElse(100);
        if (percent == 0) {
            take(p.from() - 1, p.to());
        }
        return Optional.of(order.showing(new StudyOrder.Shown(f.of().id(), percent, details)));
    }

    /** Where words about this finding may begin: behind the last other part. */
    private int before(Place p) {
        int from = 0;
        for (Place other : all) {
            boolean detail = other.term() instanceof Term.Detail;
            from = !detail && other.to() <= p.from() ? Math.max(from, other.to()) : from;
        }
        for (int i = from; i < p.from(); i++) {
            from = s.like(i, "[.;,]") ? i + 1 : from;
        }
        return from;
    }

    /** Where they end: before the next part, or the end of the clause. */
    private int behind(Place p) {
        int to = s.size();
        for (Place other : all) {
            boolean detail = other.term() instanceof Term.Detail;
            to = !detail && other.from() >= p.to() ? Math.min(to, other.from()) : to;
        }
        for (int i = p.to(); i < to; i++) {
            to = s.like(i, "[.;]|,|and") ? i : to;
        }
        return to;
    }

    private Optional<String> detail(StudyKind.Setting d, int from, int to) {
        if (d.choices().isEmpty() && d.low().isEmpty() && d.high().isEmpty()) {
            return Optional.empty(); // follows from the others
        }
        for (Place other : all) {
            boolean here = other.from() >= from && other.to() <= to;
            if (here && other.term() instanceof Term.Detail x && x.of().id().equals(d.id())) {
                take(other.from(), other.to());
                return Optional.of(x.choice());
            }
        }
        for (int i = from; i < to; i++) {
            if (s.at(i).number() && unit(d.unit(), i + 1) && s.free(i) && !used(i)) {
                take(i, i + 2);
                return Optional.of(plain(s.at(i).doubleValue()));
            }
        }
        return Optional.empty();
    }

    /** Whether the unit stands at a token, as people write it. */
    private boolean unit(String ucum, int i) {
        return switch (ucum) {
            case "" -> false;
            case "Hz", "/s" -> s.like(i, "hz|hertz");
            case "s" -> s.like(i, "s|sec|secs|seconds?");
            case "min" -> s.like(i, "min|mins|minutes?");
            case "ms" -> s.like(i, "ms|msec|milliseconds?");
            case "mm" -> s.like(i, "mm|millimet(er|re)s?");
            case "cm" -> s.like(i, "cm|centimet(er|re)s?");
            case "mL" -> s.like(i, "ml|cc|millilit(er|re)s?");
            case "mV" -> s.like(i, "mv|millivolts?");
            case "uV" -> s.like(i, "uv|µv|μv|microvolts?");
            case "/min" -> s.like(i, "bpm|/|per|beats?");
            case "[hnsf'U]", "[HU]", "{HU}" -> s.like(i, "hu|hounsfield");
            case "deg" -> s.like(i, "deg|degrees?|°");
            case "%" -> s.like(i, "%|percent");
            default -> s.word(i).equalsIgnoreCase(ucum);
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** "30 % with", "half of them with" before a finding; "in 30 %", "for a third" behind. */
    private OptionalDouble share(int from, int at, int to) {
        for (int i = to - 1; i >= from; i--) {
            OptionalDouble percent = percent(i);
            boolean behind = i >= at && s.like(i - 1, "in|for|of|among|at");
            boolean before = i < at;
            if (percent.isPresent() && (behind || before)) {
                int end = s.at(i).number() ? i + 2 : i + 1;
                while (s.like(end, "of|the|them|those|patients?|cases|studies|ecgs?|eegs?|cts?|all")
                        && !used(end)
                        && end < s.size()) {
                    end++;
                }
                take(behind ? i - 1 : i, Math.min(end, s.size()));
                return percent;
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble percent(int i) {
        if (s.at(i).number() && s.like(i + 1, "%|percent") && s.free(i)) {
            return OptionalDouble.of(s.at(i).doubleValue());
        }
        return s.at(i).kind() == Token.Kind.FRACTION && s.free(i)
                ? OptionalDouble.of(s.at(i).doubleValue())
                : OptionalDouble.empty();
    }

    /** "QTc 480", "QTc of 480 ms", "a 9 Hz alpha rhythm". */
    private Optional<StudyOrder> measured(StudyOrder order, Place p, StudyKind.Measurement m) {
        int i = p.to();
        while (s.like(i, NORMAL) && i < p.to() + 3) {
            i++;
        }
        if (s.at(i).number() && s.free(i) && !s.like(i + 1, "%|percent")) {
            take(p.to(), unit(m.unit(), i + 1) ? i + 2 : i + 1);
            return Optional.of(order.measuring(m.id(), s.at(i).doubleValue()));
        }
        boolean led = s.at(p.from() - 2).number() && unit(m.unit(), p.from() - 1);
        if (led && s.free(p.from() - 2)) {
            take(p.from() - 2, p.from());
            return Optional.of(order.measuring(m.id(), s.at(p.from() - 2).doubleValue()));
        }
        return Optional.empty();
    }

    /** "sampling rate 1000 Hz", "less noise", "slice thickness of 1 mm". */
    private Optional<StudyOrder> setting(StudyOrder order, Place p, StudyKind.Setting set) {
        int i = p.to();
        while (s.like(i, NORMAL) && i < p.to() + 3) {
            i++;
        }
        if (s.at(i).number() && s.free(i)) {
            take(p.to(), unit(set.unit(), i + 1) ? i + 2 : i + 1);
            return Optional.of(order.set(set.id(), plain(s.at(i).doubleValue())));
        }
        int step =
                s.like(p.from() - 1, "less|lower|reduced?|reduce")
                        ? -1
                        : s.like(p.from() - 1, "more|higher|increased?") ? 1 : 0;
        boolean none = s.like(p.from() - 1, "no|without|zero") || s.like(p.to(), "free");
        List<String> choices = set.choices();
        if (choices.isEmpty() || (step == 0 && !none)) {
            return Optional.empty();
        }
        String now =
                current.beyond()
                        .study(p.term().kind().id())
                        .flatMap(o -> Optional.ofNullable(o.settings().get(set.id())))
                        .orElse(set.standard());
        int at = none ? 0 : choices.indexOf(now) + step;
        take(
                s.like(p.to(), "free") ? p.from() : p.from() - 1,
                s.like(p.to(), "free") ? p.to() + 1 : p.to());
        return Optional.of(
                order.set(set.id(), choices.get(Math.max(0, Math.min(choices.size() - 1, at)))));
    }

    /** A number whose unit tells the setting: "ECGs at 1000 Hz", "30 min"; and formats. */
    private StudyOrder loose(StudyOrder before, StudyKind kind, Place head) {
        StudyOrder order = before;
        TreeSet<String> files = new TreeSet<>();
        boolean near = head.to() > 0 || s.size() <= 8;
        for (int i = 0; i < s.size(); i++) {
            boolean here = nearest(i).filter(k -> !k.equals(kind)).isEmpty();
            if (s.like(i, FILES) && s.free(i) && near && here) {
                files.add(s.like(i, PICTURES) ? StudyOrder.PICTURE : s.word(i));
                take(
                        s.like(i - 1, "as|in|and|,|with|plus") ? i - 1 : i,
                        s.like(i + 1, "format|files?") ? i + 2 : i + 1);
            }
            boolean others = nearest(i).filter(k -> !k.equals(kind)).isPresent();
            if (!near || others || !s.at(i).number() || !s.free(i) || used(i)) {
                continue;
            }
            for (StudyKind.Setting set : kind.settings()) {
                boolean minutes =
                        set.unit().equals("s") && (unit("min", i + 1) || s.like(i + 1, "h|hours?"));
                if (unit(set.unit(), i + 1) || minutes) {
                    double factor = !minutes ? 1 : unit("min", i + 1) ? 60 : 3600;
                    order = order.set(set.id(), plain(s.at(i).doubleValue() * factor));
                    int from = s.like(i - 1, "at|of|with|for|over|,|rate|sampling|to") ? i - 1 : i;
                    take(from, s.like(i + 2, "long|sampling|sampled|each") ? i + 3 : i + 2);
                    break;
                }
            }
        }
        return files.isEmpty() ? order : order.set(StudyOrder.FILES, String.join(",", files));
    }

    /** Of which of the named kinds a word is said. */
    private Optional<StudyKind> nearest(int token) {
        return all.stream()
                .filter(p -> p.term() instanceof Term.Kind)
                .min(
                        Comparator.comparingInt(
                                p ->
                                        p.from() > token
                                                ? p.from() - token
                                                : Math.max(0, token - p.to() + 1)))
                .map(p -> p.term().kind());
    }

    /** "for 30 %", "in half of them", "for those with epilepsy", "40 % have an ECG". */
    private Optional<StudyOrder> whom(StudyOrder order, Place head) {
        int at = head.to();
        while (used(at) && at < s.size()) {
            at++;
        }
        at = s.like(at, "only|just|solely|but") ? at + 1 : at;
        if (!s.like(at, "for|in|of|among|on|from")) {
            return led(order, head);
        }
        OptionalDouble percent = percent(at + 1);
        int next = at + 1;
        if (percent.isPresent()) {
            next = s.at(at + 1).number() ? at + 3 : at + 2;
            next = s.like(next, "of") ? next + 1 : next;
        }
        int who = next;
        while (s.like(
                next,
                "all|only|the|those|ones?|patients?|people|persons?|them|everyone|everybody|subjects|cases")) {
            next++;
        }
        boolean later = !current.equals(CohortSpec.DEFAULT);
        boolean these = who < next || (later && s.like(next, PEOPLE));
        List<Criterion> among = List.of();
        boolean those = s.like(who, "those|the|only") && these;
        if (these && (later || those) && next < s.size() && s.free(next)) {
            int end = clause(next);
            among = criteria(next, end);
            if (!among.isEmpty()) {
                take(at, end);
            }
        }
        if (among.isEmpty() && percent.isEmpty() && !s.like(who, "all|everyone|everybody")) {
            return Optional.empty();
        }
        if (among.isEmpty()) {
            take(at, Math.max(next, at + 1));
        }
        return Optional.of(order.among(among, percent.orElse(100)));
    }

    /** "40 % with an ECG", "half of them get an EEG". */
    private Optional<StudyOrder> led(StudyOrder order, Place head) {
        int i = head.from() - 1;
        while (i >= 0
                && s.like(
                        i,
                        "with|have|has|get|gets|receive|an?|the|should|of|them|patients?|those")) {
            i--;
        }
        boolean sign = s.like(i, "%|percent");
        OptionalDouble percent = sign ? percent(i - 1) : percent(i);
        boolean verb = i < head.from() - 1;
        if (percent.isEmpty() || !verb) {
            return Optional.empty();
        }
        take(sign ? i - 1 : i, head.from());
        return Optional.of(order.among(List.of(), percent.getAsDouble()));
    }

    private int clause(int from) {
        int end = from;
        while (end < s.size() && !s.like(end, "[.;,]") && !used(end)) {
            end++;
        }
        return end;
    }

    /** What the words ask of people, if they are requirements and nothing else; else nothing. */
    private List<Criterion> criteria(int from, int to) {
        Draft part = RuleReader.part("patients " + s.english(from, to), vocabulary, current);
        List<Criterion> found = new ArrayList<>();
        for (Reading.Quoted q : part.edits()) {
            if (q.edit() instanceof Edit.AddConstraint a
                    && a.constraint() instanceof Constraint.Require r) {
                found.add(r.criterion());
            } else if (q.edit() instanceof Edit.SetCondition c) {
                found.add(new Criterion.HasCondition(c.condition(), Optional.empty()));
            } else {
                return List.of();
            }
        }
        return part.problems().isEmpty() ? found : List.of();
    }

    /** "200 normal ECGs": so many patients, where nobody says how many otherwise. */
    private void counted(Place head) {
        int i = head.from() - 1;
        while (used(i)) {
            i--;
        }
        boolean many = s.at(i).number() && s.free(i) && s.word(head.to() - 1).endsWith("s");
        boolean whole = s.at(i).value().stripTrailingZeros().scale() <= 0;
        if (many && whole && s.at(i).doubleValue() >= 1 && current.equals(CohortSpec.DEFAULT)) {
            draft.edit(new Edit.SetCount(s.at(i).value().longValueExact()), i, i + 1);
        }
    }
}
