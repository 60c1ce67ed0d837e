package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;

/**
 * What is wrong with how findings are asked for, before they are: one that is denied and asked for,
 * one in an organ that has none of it, one that cannot be shown at all.
 */
final class StudyDoubts {
    private static final String CORRECTED =
            "but|except|only|instead|rather|other|apart|actually|change|just|however";

    private static final String REGION = "region";

    /** What is scanned as well and nobody can ask for here. */
    private static final String ELSEWHERE =
            "pelvis|pelvic|neck|cervical|spine|spinal|lumbar|knees?|hips?|shoulders?|wrists?|ankles?|foot|feet|hands?|elbows?|sinus|sinuses|orbits?|pet|cardiac|coronary|heart|dental|legs?|arms?|limbs?|colon|whole";

    /** Organs by their words. */
    private static final List<List<String>> ORGANS =
            Stream.of(
                            "liver hepatic",
                            "kidney kidneys renal",
                            "lung lungs pulmonary thoracic pleura pleural",
                            "brain cerebral intracranial",
                            "spleen splenic",
                            "pancreas pancreatic",
                            "gallbladder biliary",
                            "ureter ureteral ureteric ureters",
                            "bladder vesical",
                            "thyroid",
                            "adrenal adrenals",
                            "breast breasts",
                            "heart cardiac pericardium pericardial",
                            "prostate",
                            "uterus ovary ovarian",
                            "stomach gastric",
                            "bowel colon colonic intestine",
                            "bone bones vertebra vertebral",
                            "muscle skin subcutaneous",
                            "aorta aortic abdominal",
                            "ascending",
                            "knee elbow joint hip shoulder")
                    .map(w -> List.of(w.split(" ")))
                    .toList();

    private final Draft draft;
    private final Sentence s;
    private final List<Place> all;

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudyDoubts(Draft draft, List<Place> all) {
        this.draft = draft;
        this.s = draft.sentence;
        this.all = all;
    }

    /**
     * Whether anything is in doubt; it is told then.
     *
     * @param named whether the message names a kind of study
     */
    boolean told(boolean named) {
        for (Place p : all) {
            if (p.term() instanceof Term.Finding f && s.free(p.from(), p.to())) {
                if (denied(p) ? contradicted(p, f) : misplaced(p, f)) {
                    return true;
                }
            }
            boolean made = p.term().kind().setting(REGION).isPresent();
            if (made && p.term() instanceof Term.Kind && elsewhere(p)) {
                return true;
            }
            if (p.term() instanceof Term.Measured m && m.of().unit().equals("mm") && unsaid(p)) {
                draft.problem(
                        "request.study.number",
                        p.from(),
                        p.to(),
                        "How many mm are meant is not said.",
                        "%s of 5 mm; %s to %s mm can be made"
                                .formatted(
                                        m.of().names().get(0),
                                        StudyClaim.plain(m.of().low()),
                                        StudyClaim.plain(m.of().high())));
                return true;
            }
        }
        return named
                && (abnormal()
                        || all.stream()
                                .map(p -> p.term().kind())
                                .distinct()
                                .anyMatch(this::beyond));
    }

    /** "50 normal and 50 abnormal ECGs", and no finding in them. */
    private boolean abnormal() {
        boolean finding =
                all.stream()
                        .anyMatch(
                                p ->
                                        p.term() instanceof Term.Finding f
                                                && !f.of().id().startsWith("normal"));
        for (int i = 0; i < s.size() && !finding; i++) {
            if (s.like(i, "abnormal|abnormals|pathological|pathologic") && s.free(i)) {
                StudyKind kind = all.get(0).term().kind();
                draft.problem(
                        "request.study.abnormal",
                        i,
                        i + 1,
                        "What is abnormal about them is not said.",
                        "shares of its findings: " + shown(kind));
                return true;
            }
        }
        return false;
    }

    /** "CT of the pelvis", "PET CTs", "chest, abdomen and head CTs": one region that is made. */
    private boolean elsewhere(Place p) {
        int behind = p.to();
        while (s.like(behind, "of|the|his|her|their|both") && behind < p.to() + 3) {
            behind++;
        }
        boolean before = s.like(p.from() - 1, ELSEWHERE) && !s.inConcept(p.from() - 1);
        boolean after = behind > p.to() && s.like(behind, ELSEWHERE) && !s.inConcept(behind);
        List<Place> regions =
                all.stream()
                        .filter(
                                o ->
                                        o.term() instanceof Term.Choice c
                                                && c.of().id().equals(REGION))
                        .toList();
        boolean many =
                regions.stream().map(o -> ((Term.Choice) o.term()).choice()).distinct().count() > 1;
        if (!before && !after && !many) {
            return false;
        }
        int from = before ? p.from() - 1 : many ? regions.get(0).from() : p.from();
        int to = before ? p.to() : many ? regions.get(regions.size() - 1).to() : behind + 1;
        String kind = p.term().kind().names().get(0);
        draft.problem(
                "request.study.region",
                from,
                to,
                (many ? "A patient's %s is of one region here." : "No %s of this is made here.")
                        .formatted(kind),
                "one of "
                        + String.join(
                                ", ", p.term().kind().setting(REGION).orElseThrow().choices()));
        return true;
    }

    /** "with midline shift", and no number near it. */
    private boolean unsaid(Place p) {
        int from = s.like(p.from() - 1, "a|an|the|some|marked|clear") ? p.from() - 1 : p.from();
        boolean led = s.like(from - 1, "with|showing|shows?|has|have|having|and|,");
        boolean number = false;
        for (int i = p.from() - 3; i < p.to() + 4; i++) {
            number |= s.at(i).number();
        }
        return led && !number && s.free(p.from(), p.to()) && !s.inConcept(p.from());
    }

    /** What people look for in such images and nobody can ask for here. */
    private boolean beyond(StudyKind kind) {
        for (int i = 0; i < s.size(); i++) {
            for (String name : kind.absent()) {
                int to = s.after(i, name.toLowerCase(Locale.ROOT));
                boolean denied = s.like(i - 1, StudyOrderWords.DENIAL);
                if (to > i && s.free(i, to) && !s.inConcept(i) && !denied && !covered(i, to)) {
                    draft.problem(
                            "request.study.absent",
                            i,
                            to,
                            "The %s made here does not show this.".formatted(kind.names().get(0)),
                            "what it shows: " + shown(kind));
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the words are of something that is shown. */
    private boolean covered(int from, int to) {
        return all.stream()
                .anyMatch(
                        p ->
                                p.from() <= from
                                        && to <= p.to()
                                        && p.to() - p.from() >= to - from
                                        && !(p.term() instanceof Term.Set));
    }

    /** "no haemorrhage, subdural haematoma": what is denied is a kind of what is asked for. */
    private boolean contradicted(Place p, Term.Finding f) {
        List<String> words = List.of(s.english(p.from(), p.to()).split(" "));
        for (Place o : all) {
            boolean other = !o.equals(p) && o.term() instanceof Term.Finding && !denied(o);
            if (!other || !o.term().kind().equals(f.kind()) || corrected(p, o)) {
                continue;
            }
            StudyKind.Shown shown = ((Term.Finding) o.term()).of();
            boolean kind =
                    (shown.id().equals(f.of().id()) && p.to() - p.from() <= o.to() - o.from())
                            || shown.names().stream().anyMatch(n -> holds(n, words));
            if (kind) {
                int from = Math.min(p.from() - 1, o.from());
                draft.problem(
                        "request.study.contradiction",
                        from,
                        Math.max(p.to(), o.to()),
                        "\"%s\" is denied and asked for as %s."
                                .formatted(s.quote(p.from(), p.to()), s.quote(o.from(), o.to())),
                        "ask for one of the two");
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String name, List<String> words) {
        List<String> of = List.of(name.split(" "));
        return of.size() > words.size() && of.containsAll(words);
    }

    private boolean corrected(Place a, Place b) {
        for (int i = Math.min(a.to(), b.to()); i < Math.max(a.from(), b.from()); i++) {
            if (s.like(i, CORRECTED)) {
                return true;
            }
        }
        return s.like(0, CORRECTED);
    }

    private boolean denied(Place p) {
        return new StudyClaim(s).denied(p.from());
    }

    /** "a nodule in the liver", "an adrenal nodule" of a finding of the lung. */
    private boolean misplaced(Place p, Term.Finding f) {
        int to = p.to();
        while (to < p.to() + 4
                && s.like(
                        to,
                        "in|of|on|at|inside|within|outside|the|his|her|their|left|right|both")) {
            to++;
        }
        int at = to > p.to() ? to : -1;
        boolean before = organ(p.from() - 1).isPresent() && s.free(p.from() - 1);
        int word = before ? p.from() - 1 : at;
        Optional<List<String>> organ = organ(word);
        if (organ.isPresent() && s.like(p.to(), "outside") && named(f.of(), organ.get())) {
            draft.problem(
                    "request.study.place",
                    p.from(),
                    word + 1,
                    "A %s lies inside of it.".formatted(f.of().names().get(0)),
                    "leave \"outside\" out, or say where in it");
            return true;
        }
        if (organ.isEmpty() || (!before && !s.like(p.to(), "in|of|on|at|inside|within"))) {
            return false;
        }
        boolean some = ORGANS.stream().anyMatch(o -> named(f.of(), o));
        if (!some || named(f.of(), organ.get()) || s.inConcept(word)) {
            return false;
        }
        List<String> there =
                f.kind().findings().stream()
                        .filter(o -> named(o, organ.get()))
                        .map(o -> o.names().get(0))
                        .toList();
        draft.problem(
                "request.study.place",
                Math.min(p.from(), word),
                Math.max(p.to(), word + 1),
                "\"%s\" would be read as %s, which is not there."
                        .formatted(
                                s.quote(Math.min(p.from(), word), Math.max(p.to(), word + 1)),
                                f.of().names().get(0)),
                there.isEmpty()
                        ? "what a %s shows here: %s"
                                .formatted(f.kind().names().get(0), shown(f.kind()))
                        : String.join(", ", there));
        return true;
    }

    private static boolean named(StudyKind.Shown f, List<String> organ) {
        return f.names().stream().flatMap(n -> Stream.of(n.split(" "))).anyMatch(organ::contains);
    }

    private Optional<List<String>> organ(int i) {
        return i < 0
                ? Optional.empty()
                : ORGANS.stream().filter(o -> o.contains(s.word(i))).findFirst();
    }

    static String shown(StudyKind kind) {
        return kind.findings().stream()
                .map(f -> f.names().get(0))
                .collect(Collectors.joining(", "));
    }
}
