package org.anamnesis.converse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.DateWords;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.interpret.TableReader;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecFile;

/**
 * Which rows are wanted of a model: plain words or a conversation, and options of the command
 * beside them.
 *
 * @param where what every row meets
 * @param targets what the rows meet together
 * @param groups that the rows are made in
 * @param shown names of the columns that are written; empty: all
 * @param understood a sentence each
 * @param notes what was assumed and not used, a sentence each
 */
record RowsWanted(
        long rows,
        long seed,
        List<String> where,
        List<String> targets,
        TableGroups groups,
        List<String> shown,
        List<String> understood,
        List<String> notes) {
    /**
     * @param rules read plain words
     * @throws RequestException with every problem
     */
    static RowsWanted of(RowsRequest request, LearnedTable table, Reader rules) {
        if (request.words().isEmpty() && request.said().isEmpty()) {
            return new RowsWanted(
                    request.rows().orElseThrow(),
                    request.seed().orElse(CohortSpec.DEFAULT.seed()),
                    request.where().stream().toList(),
                    request.targets(),
                    TableGroups.NONE,
                    List.of(),
                    List.of(),
                    List.of());
        }
        Reader reader = new TableTalk(rules, table).reader();
        List<String> understood = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        CohortSpec spec =
                request.said().isPresent()
                        ? said(request.said().get(), reader, notes)
                        : spoken(
                                request.words().orElseThrow(), reader, problems, understood, notes);
        if (request.seed().isPresent()) {
            spec = spec.withSeed(request.seed().getAsLong());
        }
        TableAsked asked = TableAsked.of(spec, table);
        problems.addAll(
                request.said().isPresent()
                        ? asked.problems()
                        : Quotes.of(request.words().orElseThrow(), CohortSpec.DEFAULT, reader)
                                .told(asked.problems()));
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        List<String> where = new ArrayList<>(asked.where());
        request.where().ifPresent(where::add);
        List<String> targets =
                new ArrayList<>(TableRows.targets(asked, new TableRows(table), spec.seed()));
        targets.addAll(request.targets());
        asked.where().stream()
                .filter(w -> !w.equals(TableCriteria.always(table)))
                .forEach(w -> understood.add(who(w, table) + ": " + shown(w, table) + "."));
        for (TableGroups.Group g : asked.groups().all()) {
            understood.add(
                    "Group %s, %s %%: %s."
                            .formatted(
                                    g.name(),
                                    Warnings.rounded(g.percent()),
                                    String.join(
                                            " and ",
                                            g.where().stream()
                                                    .map(w -> shown(w, table))
                                                    .toList())));
        }
        if (!asked.shown().isEmpty()) {
            understood.add("Columns written: " + String.join(", ", asked.shown()) + ".");
        }
        notes.removeIf(n -> request.rows().isPresent() && n.startsWith("No number of patients"));
        return new RowsWanted(
                request.rows().orElse(spec.count()),
                spec.seed(),
                where,
                targets,
                asked.groups(),
                asked.shown(),
                understood,
                notes);
    }

    /** The request with number of rows and seed decided. */
    RowsRequest options(RowsRequest request) {
        return new RowsRequest(
                request.model(), rows, request.where(), request.targets(), seed, request.out());
    }

    /** Of what a condition is: of persons with several rows the first, of ends the last. */
    private static String who(String where, LearnedTable table) {
        if (table.model().histories().isEmpty()) {
            return "Every row";
        }
        return EndAnswers.ask(table.model(), where)
                ? "Every person's last row"
                : "Every person's first row";
    }

    /** A condition as it is told: without brackets around all, dates as dates. */
    private static String shown(String where, LearnedTable table) {
        String out = where.replaceAll("^\\((.*)\\)$", "$1");
        for (TableColumn c : table.asked()) {
            if (DateWords.isDate(c)) {
                String of = TableAsked.quoted(c);
                out =
                        Pattern.compile(Pattern.quote(of) + " ([<>]=?) (-?\\d+)")
                                .matcher(out)
                                .replaceAll(
                                        m ->
                                                Matcher.quoteReplacement(
                                                        "%s %s %s"
                                                                .formatted(
                                                                        of,
                                                                        m.group(1),
                                                                        LocalDate.ofEpochDay(
                                                                                Long.parseLong(
                                                                                        m.group(
                                                                                                2))))));
            }
        }
        return out;
    }

    private static CohortSpec said(Conversation said, Reader reader, List<String> notes) {
        SpecFile settled = new OpenQuestions(reader).settled(said);
        settled.said().assumed().stream()
                .filter(a -> !TableReader.isElsewhere(a)) // said before the model was taken up
                .forEach(notes::add);
        return settled.spec();
    }

    private static CohortSpec spoken(
            String words,
            Reader reader,
            List<Problem> problems,
            List<String> understood,
            List<String> notes) {
        Understood u = Understood.of(words, CohortSpec.DEFAULT, reader);
        problems.addAll(u.problems());
        u.question().ifPresent(q -> problems.add(question(q)));
        u.unclear().forEach(q -> q.unasked().ifPresent(problems::add));
        understood.addAll(u.understood());
        notes.addAll(u.assumed());
        if (!u.notUsed().isEmpty()) {
            notes.add("Not used: \"" + String.join("\", \"", u.notUsed()) + "\".");
        }
        return u.spec();
    }

    private static Problem question(String text) {
        return new Problem(
                "request.question",
                text,
                "this is a question, not a request for rows",
                "./anamnesis chat --model FILE answers questions about a learned table");
    }
}
