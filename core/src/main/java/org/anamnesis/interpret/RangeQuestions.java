package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;

/** Questions for what is normal of an observation, and for what a stage of the kidneys means. */
final class RangeQuestions {
    private RangeQuestions() {}

    /** "what is the normal range of potassium?", "what unit is creatinine in?" */
    static Optional<Question> range(Sentence s) {
        boolean normal = QuestionReader.has(s, Set.of("normal", "reference", "healthy"));
        boolean range =
                QuestionReader.has(
                        s, Set.of("range", "ranges", "limits", "interval", "values", "value"));
        boolean unit =
                QuestionReader.has(s, Set.of("unit", "units"))
                        && !QuestionReader.has(s, Set.of("mean", "median"));
        boolean number = false;
        for (int i = 0; i < s.size(); i++) {
            number |= s.at(i).number() && !s.inConcept(i);
        }
        boolean bare =
                QuestionReader.has(s, Set.of("normal"))
                        && !number
                        && !QuestionReader.has(s, QuestionReader.SHARE)
                        && !QuestionReader.howMany(s);
        boolean called =
                !number
                        && QuestionReader.has(s, QuestionReader.CONSIDERED)
                        && QuestionReader.has(s, Set.of("high", "low", "raised", "elevated"));
        boolean condition = s.named().stream().anyMatch(n -> n.is(Concept.Kind.CONDITION));
        Optional<Question> defined = condition ? Optional.empty() : defined(s);
        if (defined.isPresent()) {
            return defined;
        }
        if (!(normal && range) && !unit && ((!bare && !called) || condition)) {
            return Optional.empty();
        }
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION))
                .map(n -> (Question) new Question.Range(n.concept().id()))
                .findFirst();
    }

    /** "how is albuminuria defined?", "what counts as hyperkalaemia?": by its reference range. */
    private static Optional<Question> defined(Sentence s) {
        boolean defines =
                QuestionReader.has(s, Set.of("defined", "define", "definition", "defines"))
                        || (QuestionReader.has(s, Set.of("counts", "count"))
                                && QuestionReader.has(s, Set.of("as")));
        boolean group = QuestionReader.has(s, Set.of("share", "percentage", "stage", "many"));
        if (!defines || group) {
            return Optional.empty();
        }
        for (int i = 0; i < s.size(); i++) {
            Optional<String> outside =
                    s.inConcept(i) ? Optional.empty() : OutOfRange.observation(s.word(i));
            if (outside.isPresent()) {
                return outside.map(Question.Range::new);
            }
        }
        List<Question> all =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.OBSERVATION))
                        .map(n -> (Question) new Question.Range(n.concept().id()))
                        .distinct()
                        .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** "what eGFR does 3b mean?" */
    static Optional<Question> stage(Sentence s) {
        boolean rate = s.named().stream().anyMatch(n -> n.concept().id().equals("egfr"));
        boolean means =
                QuestionReader.has(
                        s,
                        Set.of("mean", "means", "correspond", "corresponds", "stand", "belongs"));
        boolean kidneys =
                s.named().stream().anyMatch(n -> n.concept().id().equals(StageWords.KIDNEY))
                        && s.like(0, "what|whats|explain|describe|define")
                        && QuestionReader.has(s, Set.of("stage", "stages", "grade"))
                        && !QuestionReader.has(s, QuestionReader.SHARE)
                        && !QuestionReader.has(s, QuestionReader.COMMON)
                        && !new AskedFigure(s).figured();
        for (int i = 0; ((rate && means) || kidneys) && i < s.size(); i++) {
            boolean bare = s.word(i).equals("3") && s.like(i + 1, "[ab]");
            Optional<String> said =
                    bare ? Optional.of("3" + s.word(i + 1)) : new StageWords(s).alone(i);
            if (said.isPresent()) {
                return Optional.of(new Question.Definition(StageWords.KIDNEY, said));
            }
        }
        return Optional.empty();
    }
}
