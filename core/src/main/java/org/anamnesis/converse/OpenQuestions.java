package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Said;
import org.anamnesis.spec.SpecFile;

/** What was asked back and not answered yet. */
final class OpenQuestions {
    /** More at once is an interrogation. */
    private static final int QUESTIONS = 2;

    private final Reader rules;

    OpenQuestions(Reader rules) {
        this.rules = rules;
    }

    /** The questions still open, read again from the words that raised them. */
    List<Clarification> of(Conversation c) {
        if (c.now().open().isEmpty()) {
            return List.of();
        }
        Version.Open open = c.now().open().get();
        Reader reader = new Advised(rules, c.adviceOn(open.message()));
        Reading reading =
                reading(
                        reader,
                        open.message(),
                        c.versions().get(open.version()).spec(),
                        c.languageAt(open.message()));
        return reading instanceof Reading.Understood u
                ? asked(u).stream().filter(q -> !Choosing.settled(q, c.spec())).toList()
                : List.of();
    }

    /**
     * The questions that a message may answer: a bare number is about what was said last, if that
     * was something else.
     */
    List<Clarification> before(String message, Conversation c) {
        boolean passed =
                c.now().open().filter(o -> c.versions().size() > o.version() + 2).isPresent();
        return passed && Choosing.amount(message, c.language()) ? List.of() : of(c);
    }

    /**
     * The specification to make files of: an open question is settled by its usual reading, which
     * is said.
     */
    SpecFile settled(Conversation c) {
        CohortSpec spec = c.spec();
        List<String> assumed = new ArrayList<>(c.now().said().assumed());
        List<Problem> unasked = of(c).stream().flatMap(q -> q.unasked().stream()).toList();
        if (!unasked.isEmpty()) {
            throw new RequestException(unasked);
        }
        for (Clarification question : of(c)) {
            spec = Amendment.of(spec, question.usual().edits());
            assumed.add(question.usual().assumption());
        }
        Said said = c.now().said();
        return new SpecFile(spec, new Said(said.messages(), assumed, said.ignored()));
    }

    /** Here somebody can be asked. */
    static Reading reading(Reader reader, String message, CohortSpec before, Language likely) {
        Reading reading = reader.read(message, before, likely);
        return reading instanceof Reading.NotUnderstood n && n.instead().isPresent()
                ? n.instead().get()
                : reading;
    }

    static List<Clarification> asked(Reading.Understood u) {
        return u.questions().subList(0, Math.min(QUESTIONS, u.questions().size()));
    }
}
