package org.anamnesis.converse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.DateWords;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.learn.Provenance;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.plan.Statistic;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;

/**
 * The people of a learned table. Nothing is said here of a country, of evidence or of other people:
 * every figure is counted on rows that the model makes, and says so.
 */
final class TableWorld implements World {
    /** Columns of which an answer tells at most. */
    private static final int TOLD = 4;

    private static final int ANSWERS = 6;

    private static final Pattern AGE = Pattern.compile("(?is).*\\b(?:age|old|alter)\\b.*");
    private static final Pattern SEX =
            Pattern.compile("(?is).*\\b(?:sex|gender|women|men|female|male)\\b.*");

    private final LearnedTable table;
    private final TableRows rows;

    TableWorld(LearnedTable table) {
        this.table = table;
        this.rows = new TableRows(table);
    }

    @Override
    public List<Problem> problems(CohortSpec spec) {
        return TableAsked.of(spec, table).problems();
    }

    @Override
    public Seen look(CohortSpec spec) {
        GroupedRows drawn = drawn(spec);
        if (!drawn.told().isEmpty()) {
            return new Seen(Optional.empty(), about(), drawn.told());
        }
        String share =
                "Of the rows that the model of %s makes, %s %% are like this."
                        .formatted(
                                table.name(),
                                Warnings.rounded(100 * drawn.sample().yield().meanWeight()));
        boolean all = TableAsked.of(spec, table).where().isEmpty();
        return new Seen(Optional.empty(), about(), all ? List.of() : List.of(share));
    }

    private Sample sample(CohortSpec spec) {
        return drawn(spec).sample();
    }

    private GroupedRows drawn(CohortSpec spec) {
        return drawn(spec, (int) Math.min(TableRows.SEEN, spec.count()));
    }

    private GroupedRows drawn(CohortSpec spec, int some) {
        TableAsked asked = TableAsked.of(spec, table);
        if (!asked.problems().isEmpty()) {
            throw new RequestException(asked.problems());
        }
        List<String> targets = TableRows.targets(asked, rows, spec.seed());
        try {
            return rows.drawn(asked.where(), targets, asked.groups(), some, spec.seed());
        } catch (RequestException e) {
            throw new RequestException(e.problems().stream().map(TableWorld::plain).toList());
        }
    }

    /** Without the quotes of the language of conditions, in which nobody has spoken. */
    private static Problem plain(Problem p) {
        return new Problem(
                p.code(),
                p.where().replace("\"", ""),
                p.message(),
                p.suggestion().replace("\"", ""));
    }

    /** Whose people they are. */
    String about() {
        Provenance p = table.model().provenance();
        return String.format(
                Locale.ROOT,
                "your table %s (%,d rows, learned on %s with %s)",
                p.file(),
                p.rowsLearned(),
                p.date(),
                table.model().engine());
    }

    @Override
    public Beside beside(CohortSpec before, CohortSpec after) {
        return Beside.ofTable(statistics(before), statistics(after), TableRows.SEEN, about());
    }

    private List<Statistic> statistics(CohortSpec spec) {
        return TableStatistics.of(table.asked(), drawn(spec, TableRows.SEEN).sample());
    }

    @Override
    public List<String> observations(CohortSpec spec) {
        return table.asked().stream().map(TableColumn::id).toList();
    }

    @Override
    public Answer answer(String question, CohortSpec spec) {
        return figures(mentioned(question), spec);
    }

    @Override
    public Answer answer(Question question, CohortSpec spec) {
        return figures(List.of(), spec);
    }

    @Override
    public Answer answer(Question question) {
        return figures(List.of(), CohortSpec.DEFAULT);
    }

    @Override
    public Optional<Answer> known(Question question, CohortSpec spec) {
        return Optional.empty();
    }

    @Override
    public Optional<Answer> wider(Question question, List<Problem> problems) {
        return Optional.empty();
    }

    @Override
    public Optional<Answer> nearest(String question, CohortSpec spec, List<Problem> why) {
        return Optional.empty();
    }

    /** The columns that some words name, by their own names or by those of medicine. */
    List<TableColumn> mentioned(String words) {
        List<TableColumn> all = new ArrayList<>();
        for (TableColumn c : table.asked()) {
            boolean named =
                    c.names().stream().anyMatch(n -> whole(n).matcher(words).find())
                            || (c.id().equals("age") && AGE.matcher(words).matches())
                            || (c.id().equals("sex") && SEX.matcher(words).matches())
                            || Vocabulary.bundled().find(words).stream()
                                    .anyMatch(m -> m.concept().id().equals(c.id()));
            boolean answer =
                    c.said().isEmpty()
                            && c.yes().isEmpty()
                            && c.answers().keySet().stream()
                                    .anyMatch(
                                            a -> a.length() > 2 && whole(a).matcher(words).find());
            if (named || answer) {
                all.add(c);
            }
        }
        return all.subList(0, Math.min(TOLD, all.size()));
    }

    private static Pattern whole(String name) {
        int flags = name.length() < 3 ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_&&[^\\p{IsHan}]])"
                        + Pattern.quote(name)
                        + "(?![\\p{L}\\p{N}_&&[^\\p{IsHan}]])",
                flags);
    }

    /** What columns come to, in all rows that the model makes and in those asked. */
    Answer figures(List<TableColumn> of, CohortSpec spec) {
        List<String> lines = new ArrayList<>();
        List<Object> typed = new ArrayList<>();
        Sample free = rows.drawn(List.of(), List.of(), TableRows.SEEN, spec.seed());
        Optional<Sample> asked = asked(spec);
        for (TableColumn c : of) {
            lines.add("%s: %s".formatted(c.name(), told(c, free, asked)));
            typed.add(typed(c, free, asked));
        }
        lines.add("the people are those of " + about() + "; no other source is used");
        lines.add(
                "counted on %,d rows that the model makes, seed %d%s; chance moves a mean by about 0.025 SD"
                        .formatted(
                                TableRows.SEEN,
                                spec.seed(),
                                asked.isPresent()
                                        ? ", and on %,d as asked"
                                                .formatted(asked.get().table().rows())
                                        : ""));
        String text =
                of.isEmpty()
                        ? "Of the table %s, ask for what its columns come to: %s."
                                .formatted(
                                        table.name(),
                                        String.join(
                                                ", ",
                                                table.asked().stream()
                                                        .map(TableColumn::name)
                                                        .limit(20)
                                                        .toList()))
                        : "In the rows that the model of %s makes:".formatted(table.name());
        return new Answer(text, lines, Typed.object("kind", "table", "columns", typed));
    }

    private Optional<Sample> asked(CohortSpec spec) {
        boolean nothing = spec.equals(CohortSpec.DEFAULT);
        try {
            return nothing ? Optional.empty() : Optional.of(sample(spec));
        } catch (RequestException e) { // what was asked before is not asked of this table
            return Optional.empty();
        }
    }

    private String told(TableColumn c, Sample free, Optional<Sample> asked) {
        var now = new StringBuilder(one(c, free));
        asked.ifPresent(
                s -> {
                    now.append("; as asked ").append(one(c, s));
                    groups(s)
                            .forEach(
                                    (name, of) ->
                                            now.append("; group ")
                                                    .append(name)
                                                    .append(": ")
                                                    .append(one(c, of)));
                });
        return now.toString();
    }

    /** The rows of each group, if there are groups. */
    private Map<String, Sample> groups(Sample all) {
        String column = TableRows.groupColumn(LearnedTable.schema(table.model()));
        Map<String, Sample> groups = new LinkedHashMap<>();
        if (all.table().has(column)) {
            double[] of = all.table().column(column);
            List<String> names = all.table().variable(column).levels();
            for (int g = 0; g < names.size(); g++) {
                int own = g;
                int[] rows = IntStream.range(0, of.length).filter(i -> of[i] == own).toArray();
                groups.put(
                        names.get(g), new Sample(all.table().rows(rows), all.yield(), List.of()));
            }
        }
        return groups;
    }

    private static String one(TableColumn c, Sample sample) {
        double missing = TableRows.missing(sample, c.name());
        List<String> parts = new ArrayList<>();
        if (c.kind() == TableColumn.Kind.NUMBER) {
            String unit = c.unit().isEmpty() ? "" : " " + c.unit();
            double mean = TableRows.mean(sample, c.name());
            boolean date = DateWords.isDate(c) && !Double.isNaN(mean);
            parts.add(
                    date
                            ? "mean " + LocalDate.ofEpochDay(Math.round(mean))
                            : "mean "
                                    + (Double.isNaN(mean) ? "none" : Amounts.number(mean) + unit));
        } else {
            TableRows.shares(sample, c.name()).stream()
                    .limit(ANSWERS)
                    .forEach(
                            e ->
                                    parts.add(
                                            "%s %s %%"
                                                    .formatted(
                                                            e.getKey(),
                                                            Warnings.rounded(100 * e.getValue()))));
        }
        if (missing > 0) {
            parts.add("missing " + Warnings.rounded(100 * missing) + " %");
        }
        return String.join(", ", parts);
    }

    private static Object typed(TableColumn c, Sample free, Optional<Sample> asked) {
        return Typed.object(
                "column", c.name(),
                "unit", c.unit(),
                "all", one(c, free),
                "asked", asked.map(s -> one(c, s)).orElse(""));
    }

    /** Why a figure is as it is: where it comes from, and what was asked of it. */
    Answer why(List<TableColumn> of, CohortSpec spec) {
        Answer figures = figures(of, spec);
        List<String> lines = new ArrayList<>(figures.lines());
        List<String> asked = new ArrayList<>();
        spec.condition().ifPresent(c -> asked.add("everyone has " + Words.named(c)));
        spec.constraints().forEach(c -> asked.add(Words.of(c)));
        lines.add(
                asked.isEmpty()
                        ? "nothing was asked that would move it"
                        : "what was asked moves it: " + String.join(", ", asked));
        lines.add("the model follows the people of the table; why they are so, it does not know");
        return new Answer(
                "It comes from your table %s, as the model learned it%s"
                        .formatted(
                                table.name(), asked.isEmpty() ? "." : ", and from what was asked."),
                lines,
                figures.json());
    }
}
