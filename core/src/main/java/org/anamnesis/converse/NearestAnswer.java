package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.QuestionReader;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;

/**
 * What is known about the things that a question names, when the question itself has no answer:
 * said to be no more than that.
 */
final class NearestAnswer {
    private static final int NAMED = 3;

    private final Evidence evidence;

    NearestAnswer(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Empty if the question names nothing that is known here. */
    Optional<Answer> to(String question, CohortSpec spec, List<Problem> why) {
        Set<String> named = new LinkedHashSet<>();
        Vocabulary.bundled().find(question).forEach(m -> named.add(m.concept().id()));
        List<String> lines = new ArrayList<>();
        named.stream().limit(NAMED).forEach(id -> lines.addAll(about(id)));
        boolean asked = !spec.equals(CohortSpec.DEFAULT);
        if (lines.isEmpty() && asked && new QuestionReader().refersBack(question)) {
            lines.add("asked at present: " + Replies.sentence(Understood.lines(spec)));
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String reason = why.isEmpty() ? "" : Replies.told(why.get(0)) + " ";
        return Optional.of(
                new Answer(
                        "That has no answer here. " + reason + "What is known nearby:",
                        lines,
                        Typed.object("kind", "nearest", "about", List.copyOf(named))));
    }

    /** Of a question that was understood: that there is no figure, and what there is instead. */
    static Answer none(List<Problem> why) {
        Problem first = why.get(0);
        return new Answer(
                "That has no answer here. " + Replies.told(first),
                first.suggestion().isBlank() ? List.of() : List.of(first.suggestion()),
                Typed.object("kind", "nearest", "about", List.of()));
    }

    private List<String> about(String id) {
        Concept c = Catalogue.bundled().find(id).orElseThrow();
        Answer known =
                c.kind() == Concept.Kind.CONDITION
                        ? new GuidelineAnswer(evidence)
                                .definition(new Question.Definition(id, Optional.empty()))
                        : MeaningAnswer.of(new Question.Meaning(id));
        List<String> lines = new ArrayList<>();
        lines.add(known.text());
        lines.addAll(known.lines());
        return lines;
    }
}
