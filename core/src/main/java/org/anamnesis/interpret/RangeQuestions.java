package org.anamnesis.interpret;

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
        if (!(normal && range) && !unit && ((!bare && !called) || condition)) {
            return Optional.empty();
        }
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION))
                .map(n -> (Question) new Question.Range(n.concept().id()))
                .findFirst();
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
