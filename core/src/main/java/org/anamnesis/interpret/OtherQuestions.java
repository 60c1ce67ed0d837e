package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Question.Definition;

/**
 * Questions that ask for no single figure of a group: how two observations go together, what a name
 * stands for, whether a value is high, how two conditions differ.
 */
final class OtherQuestions {
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
                    "healthy");
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
                .together()
                .or(questions::differ)
                .or(questions::judged)
                .or(questions::meaning);
    }

    private List<String> named(Concept.Kind kind) {
        Set<String> ids = new LinkedHashSet<>();
        s.named().stream().filter(n -> n.is(kind)).forEach(n -> ids.add(n.concept().id()));
        return List.copyOf(ids);
    }

    private Optional<Question> together() {
        List<String> two = named(Concept.Kind.OBSERVATION);
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
            if (type && s.word(i + 1).matches("[12]|one|two|ii?")) {
                boolean first = s.word(i + 1).matches("1|one|i");
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
        List<String> one = named(Concept.Kind.OBSERVATION);
        boolean asks = s.word(0).matches("is|are|would|does|do|can|could|how");
        if (one.size() != 1 || !asks || !QuestionReader.has(s, JUDGES)) {
            return Optional.empty();
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number() && !s.inConcept(i)) {
                Optional<String> in =
                        named(Concept.Kind.CONDITION).stream().findFirst().or(() -> condition);
                return Optional.of(new Question.Judged(one.get(0), s.at(i).doubleValue(), in));
            }
        }
        return Optional.empty();
    }

    /** "what is a DOAC?", "what does MMSE stand for?", "tell me about metformin". */
    private Optional<Question> meaning() {
        Set<String> ids = new LinkedHashSet<>();
        s.named().forEach(n -> ids.add(n.concept().id()));
        boolean condition = s.named().stream().anyMatch(n -> n.is(Concept.Kind.CONDITION));
        boolean stands =
                QuestionReader.has(s, Set.of("stand", "stands", "abbreviation", "meaning"))
                        || (s.word(1).equals("does") && s.word(s.size() - 2).equals("mean"));
        boolean what =
                (s.word(0).equals("what") && s.word(1).matches("is|are"))
                        || s.word(0).equals("whats")
                        || s.after(0, "tell me about") > 0
                        || s.after(0, "do you know") > 0
                        || s.word(0).matches("explain|describe|define");
        boolean group = QuestionReader.has(s, PEOPLE) || s.word(2).equals("the");
        if (ids.size() != 1 || s.size() > SHORT || (condition && !stands)) {
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
