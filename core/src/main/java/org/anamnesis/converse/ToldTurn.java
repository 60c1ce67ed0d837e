package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Language;
import org.anamnesis.problem.Problem;

/** Everything of a turn that is told, in the language of the message; typed answers stay. */
final class ToldTurn {
    private ToldTurn() {}

    static Turn of(Turn turn, Language language) {
        if (language == Language.EN) {
            return turn;
        }
        Told told = new Told(language);
        Optional<Turn.Asked> question = turn.question().map(q -> of(q, language));
        return new Turn(
                turn.message(),
                turn.kind(),
                told.of(turn.reading()),
                told.of(turn.reply()),
                turn.changes().stream().map(c -> c.told(told.of(c.text()))).toList(),
                told.of(turn.assumed()),
                turn.notUsed(),
                of(turn.message(), turn.problems(), language),
                question,
                turn.reach(),
                told.of(turn.warnings()),
                turn.typed(),
                language.code(),
                turn.links());
    }

    static Turn.Asked of(Turn.Asked question, Language language) {
        Told told = new Told(language);
        return new Turn.Asked(
                told.of(question.text()), question.about(), told.of(question.choices()));
    }

    static Answer of(Answer answer, Language language) {
        Told told = new Told(language);
        return new Answer(told.of(answer.text()), told.of(answer.lines()), answer.json());
    }

    /** Names of files and titles of sources stay. */
    static Outcome of(Outcome done, Language language) {
        Told told = new Told(language);
        return new Outcome(
                done.specJson(),
                told.of(done.understood()),
                told.of(done.assumed()),
                done.notUsed(),
                told.of(done.sources()),
                told.of(done.warnings()),
                done.folder(),
                done.files(),
                done.patients(),
                done.seconds(),
                language.code());
    }

    /** The words of the user are shown as they are, words of ours that stand there are told. */
    static List<Problem> of(String message, List<Problem> problems, Language language) {
        Told told = new Told(language);
        return problems.stream()
                .map(
                        p ->
                                new Problem(
                                        p.code(),
                                        message.contains(p.where())
                                                ? p.where()
                                                : told.of(p.where()),
                                        told.of(p.message()),
                                        told.of(p.suggestion())))
                .toList();
    }
}
