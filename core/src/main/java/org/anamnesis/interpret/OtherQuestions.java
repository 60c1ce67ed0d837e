package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Question.Definition;

/**
 * Questions that ask for no single figure of a group: how two observations go together, what a name
 * stands for, whether a value is high, how two conditions differ.
 */
public final class OtherQuestions {
    private static final Set<String> TOGETHER =
            Set.of(
                    "correlate",
                    "relate",
                    "relates",
                    "correlated",
                    "correlation",
                    "correlates",
                    "correlations",
                    "related",
                    "relation",
                    "relationship",
                    "association",
                    "associated",
                    "linked",
                    "depend",
                    "depends",
                    "together",
                    "go",
                    "goes",
                    "rise",
                    "rises",
                    "fall",
                    "falls");
    private static final Set<String> DIFFER =
            Set.of("difference", "differences", "differ", "differs", "distinguish", "versus", "vs");
    private static final Set<String> JUDGES =
            Set.of(
                    "high",
                    "low",
                    "normal",
                    "ok",
                    "okay",
                    "plausible",
                    "realistic",
                    "typical",
                    "good",
                    "bad",
                    "elevated",
                    "dangerous",
                    "unusual",
                    "abnormal",
                    "fine",
                    "acceptable",
                    "raised",
                    "healthy",
                    "possible",
                    "allowed",
                    "permitted",
                    "reasonable",
                    "sensible",
                    "believable",
                    "credible",
                    "extreme",
                    "fit",
                    "excessive",
                    "sense");
    private static final Set<String> CODES =
            Set.of(
                    "code",
                    "codes",
                    "coded",
                    "coding",
                    "loinc",
                    "snomed",
                    "icd",
                    "icd-10",
                    "icd10",
                    "icd-10-cm",
                    "icd-10s",
                    "rxnorm",
                    "rxcui");
    private static final Set<String> COMORBID =
            Set.of(
                    "comorbidity",
                    "comorbidities",
                    "co-morbidities",
                    "comorbid",
                    "accompany",
                    "accompanies",
                    "accompanying",
                    "coexisting",
                    "concomitant",
                    "multimorbidity");
    private static final Set<String> DRUGS =
            Set.of(
                    "drug",
                    "drugs",
                    "medication",
                    "medications",
                    "medicine",
                    "medicines",
                    "pharmacotherapy",
                    "prescriptions",
                    "treatments");
    private static final Set<String> PEOPLE =
            Set.of("their", "them", "they", "these", "those", "in", "among", "of", "for");
    private static final int SHORT = 10;

    private final Sentence s;
    private final Optional<String> condition;

    private OtherQuestions(Sentence s, Optional<String> condition) {
        this.s = s;
        this.condition = condition;
    }

    static Optional<Question> find(Sentence s, Optional<String> condition) {
        OtherQuestions questions = new OtherQuestions(s, condition);
        return questions
                .coded()
                .or(questions::worked)
                .or(questions::companions)
                .or(questions::together)
                .or(questions::differ)
                .or(questions::judged)
                .or(questions::meaning);
    }

    private List<String> named(Concept.Kind kind) {
        Set<String> ids = new LinkedHashSet<>();
        s.named().stream().filter(n -> n.is(kind)).forEach(n -> ids.add(n.concept().id()));
        return List.copyOf(ids);
    }

    /** "what is the LOINC code of HbA1c?", "ICD-10 for heart failure". */
    private Optional<Question> coded() {
        Set<String> ids = new LinkedHashSet<>();
        s.named().forEach(n -> ids.add(n.concept().id()));
        return ids.size() == 1 && s.size() <= 2 * SHORT && QuestionReader.has(s, CODES)
                ? Optional.of(new Question.Meaning(ids.iterator().next()))
                : Optional.empty();
    }

    /** "how is the eGFR calculated here?" */
    private Optional<Question> worked() {
        List<String> one = named(Concept.Kind.OBSERVATION);
        boolean how = QuestionReader.has(s, Set.of("how", "formula", "equation"));
        boolean worked =
                QuestionReader.has(
                        s,
                        Set.of(
                                "calculated",
                                "computed",
                                "derived",
                                "calculate",
                                "compute",
                                "formula",
                                "equation",
                                "estimated",
                                "worked"));
        return how && worked && one.size() == 1 && s.named().size() == 1
                ? Optional.of(new Question.Meaning(one.get(0)))
                : Optional.empty();
    }

    /** "which comorbidities go with COPD?", "what are their usual drugs?" */
    private Optional<Question> companions() {
        boolean drugs = QuestionReader.has(s, DRUGS);
        boolean others =
                QuestionReader.has(s, COMORBID)
                        || (QuestionReader.has(s, Set.of("other", "else", "further"))
                                && QuestionReader.has(
                                        s, Set.of("conditions", "diseases", "diagnoses")));
        boolean which = s.like(0, "which|what|whats|list|name|show|tell");
        boolean elsewhat = s.named().stream().anyMatch(n -> !n.is(Concept.Kind.CONDITION));
        List<String> of = named(Concept.Kind.CONDITION);
        boolean theirs = of.isEmpty() && QuestionReader.has(s, AskedGroup.THEM);
        Optional<String> whose = theirs ? condition : of.stream().findFirst();
        if (drugs == others || !which || elsewhat || of.size() > 1 || whose.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Question.Companions(whose.get(), drugs));
    }

    private Optional<Question> together() {
        List<String> two = new ArrayList<>(named(Concept.Kind.OBSERVATION));
        int age = QuestionReader.indexOf(s, Set.of("age"));
        if (two.size() == 1 && age >= 0 && !s.inConcept(age)) {
            two.add(age < s.named().get(0).from() ? 0 : 1, "age");
        }
        if (two.size() != 2 || !QuestionReader.has(s, TOGETHER)) {
            return Optional.empty();
        }
        Optional<String> in =
                named(Concept.Kind.CONDITION).stream().findFirst().or(() -> condition);
        return Optional.of(new Question.Together(two.get(0), two.get(1), in, List.of()));
    }

    /** "what is the difference between type 1 and type 2 diabetes?", "CKD 3a versus 3b". */
    private Optional<Question> differ() {
        if (!QuestionReader.has(s, DIFFER)) {
            return Optional.empty();
        }
        List<Definition> all = new ArrayList<>();
        StageWords stages = new StageWords(s);
        for (int i = 0; i < s.size(); i++) {
            boolean type = s.word(i).equals("type") && !s.inConcept(i);
            if (type && s.like(i + 1, "[12]|one|two|ii?")) {
                boolean first = s.like(i + 1, "1|one|i");
                add(all, first ? "type-1-diabetes" : "type-2-diabetes", Optional.empty());
            }
            Optional<Sentence.Named> n = s.namedAt(i, Concept.Kind.CONDITION);
            if (n.isPresent()) {
                Optional<StageWords.Stage> stage = stages.beside(n.get().from(), n.get().to());
                String id = n.get().concept().id();
                add(all, id, stage.map(StageWords.Stage::first));
                stage.filter(StageWords.Stage::several)
                        .ifPresent(x -> add(all, id, Optional.of(x.last())));
            }
        }
        return all.size() > 1 ? Optional.of(new Question.Differ(all)) : Optional.empty();
    }

    private static void add(List<Definition> all, String condition, Optional<String> stage) {
        Definition d = new Definition(condition, stage);
        if (!all.contains(d)) {
            all.add(d);
        }
    }

    /** "is 7.5 a high HbA1c?", "would a mean potassium of 6 be plausible?" */
    private Optional<Question> judged() {
        List<String> one = new ArrayList<>(named(Concept.Kind.OBSERVATION));
        if (one.isEmpty() && QuestionReader.has(s, Set.of("age", "aged", "old"))) {
            one.add("age");
        }
        return one.size() == 1 ? judged(one.get(0)) : Optional.empty();
    }

    /** Whether the one number in a question is high, low or possible for an observation. */
    private Optional<Question> judged(String observation) {
        boolean asks = s.like(0, "is|are|would|does|do|can|could|how|isnt|wouldnt|and|so");
        if (!asks || !QuestionReader.has(s, JUDGES)) {
            return Optional.empty();
        }
        for (int i = 0; i < s.size(); i++) {
            boolean share = s.like(i + 1, "%|percent") && !observation.equals("hba1c");
            boolean people = Words.PERSONS.contains(s.word(i + 1)) || share;
            if (s.at(i).number() && !s.inConcept(i) && !people) {
                Optional<String> in =
                        named(Concept.Kind.CONDITION).stream().findFirst().or(() -> condition);
                return Optional.of(new Question.Judged(observation, s.at(i).doubleValue(), in));
            }
        }
        return Optional.empty();
    }

    /**
     * "is 10 still plausible?", of an observation that is not named.
     *
     * @param talkedOf what the request asks of, the last first; {@code age} may be among it
     */
    public static Optional<Question> bareJudged(
            String text, List<String> talkedOf, Optional<String> condition) {
        String plain = Courtesy.without(MessageText.withoutControls(text));
        Sentence s = new Sentence(plain, Vocabulary.bundled());
        OtherQuestions asked = new OtherQuestions(s, condition);
        if (s.size() > SHORT || !s.named().isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < s.size(); i++) {
            String by =
                    switch (s.word(i)) {
                        case "kg", "kilograms", "kilos", "pounds", "lb", "lbs" -> "weight";
                        case "cm", "centimetres", "centimeters" -> "height";
                        case "years", "year" -> "age";
                        case "mmhg" -> "sbp";
                        default -> "";
                    };
            if (!by.isEmpty()) {
                boolean talked = talkedOf.contains("dbp") && !talkedOf.contains("sbp");
                return asked.judged(talked && by.equals("sbp") ? "dbp" : by);
            }
        }
        return talkedOf.stream().findFirst().flatMap(asked::judged);
    }

    /** "what is a DOAC?", "what does MMSE stand for?", "tell me about metformin". */
    private Optional<Question> meaning() {
        Set<String> ids = new LinkedHashSet<>();
        s.named().forEach(n -> ids.add(n.concept().id()));
        boolean disease = s.named().stream().anyMatch(n -> n.is(Concept.Kind.CONDITION));
        boolean stands =
                QuestionReader.has(s, Set.of("stand", "stands", "abbreviation", "meaning"))
                        || (s.word(1).equals("does") && s.word(s.size() - 2).equals("mean"));
        boolean what =
                (s.word(0).equals("what") && s.like(1, "is|are"))
                        || s.word(0).equals("whats")
                        || s.after(0, "tell me about") > 0
                        || s.after(0, "do you know") > 0
                        || s.like(0, "explain|describe|define");
        boolean group =
                QuestionReader.has(s, PEOPLE)
                        || s.word(2).equals("the")
                        || (s.word(1).equals("the") && condition.isPresent())
                        || QuestionReader.has(s, Set.of("share", "percentage", "proportion"));
        if (ids.size() != 1 || s.size() > SHORT || (disease && !stands)) {
            return Optional.empty();
        }
        boolean figure = new AskedFigure(s).figured() && !stands;
        boolean number = false;
        for (int i = 0; i < s.size(); i++) {
            number |= s.at(i).number() && !s.inConcept(i);
        }
        boolean plain = what && !group && !figure && !number;
        return stands || plain
                ? Optional.of(new Question.Meaning(ids.iterator().next()))
                : Optional.empty();
    }
}
