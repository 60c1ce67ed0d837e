package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.interpret.Reading.NotUnderstood;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.problem.Problem;

/**
 * A request about a user's own table in which what people say without the name of a column ("never
 * admitted", "born before 1950", "untreated", "survivors") stands as a column and what is asked of
 * it. Which words belong to which column follows from the columns' names and answers.
 *
 * @param written the user's words by the text that stands for them
 */
record TableWording(String text, Map<String, String> written, List<Problem> problems) {
    static TableWording of(String message, List<TableColumn> columns, String table) {
        var births = BirthWords.of(message, columns);
        var dates = DateWords.of(births.text(), columns, table);
        var deaths = DeathWords.of(dates.text(), columns);
        var counted = NeverWords.of(deaths.text(), columns);
        var tested = TestedWords.of(counted.text(), columns);
        var denied = DeniedWords.of(tested.text(), columns);
        Map<String, String> written = new LinkedHashMap<>(); // the last to be read is undone first
        for (Map<String, String> one :
                List.of(
                        denied.written(),
                        tested.written(),
                        counted.written(),
                        deaths.written(),
                        dates.written(),
                        births.written())) {
            one.forEach(written::putIfAbsent);
        }
        List<Problem> problems = new ArrayList<>(dates.problems());
        problems.addAll(tested.problems());
        return new TableWording(denied.text(), written, problems);
    }

    /** What was read, with the user's words in place of ours. */
    Reading unread(Reading reading) {
        if (written.isEmpty()) {
            return reading;
        }
        if (reading instanceof NotUnderstood n) {
            return new NotUnderstood(
                    n.problems().stream().map(this::unread).toList(), n.edits(), n.instead());
        }
        if (!(reading instanceof Understood u)) {
            return reading;
        }
        return new Understood(
                u.edits().stream().map(q -> new Quoted(q.edit(), unread(q.quote()))).toList(),
                u.assumptions(),
                u.ignored().stream().map(this::unread).toList(),
                u.questions(),
                u.links());
    }

    private Problem unread(Problem p) {
        return new Problem(p.code(), unread(p.where()), p.message(), p.suggestion());
    }

    private String unread(String words) {
        return DateWords.unread(words, written);
    }
}
