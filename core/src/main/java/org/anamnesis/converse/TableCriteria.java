package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.learn.Answers;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;

/** Criteria as conditions on the columns of a learned table; what it does not hold is a problem. */
final class TableCriteria implements Criterion.Cases<Optional<String>> {
    /** Answers of tables that mean what the specification calls so, in small letters. */
    private static final Map<String, List<String>> SMOKING =
            Map.of(
                    "never",
                            List.of(
                                    "never",
                                    "never smoker",
                                    "non-smoker",
                                    "nonsmoker",
                                    "nie",
                                    "nichtraucher"),
                    "former",
                            List.of(
                                    "former",
                                    "ex",
                                    "ex-smoker",
                                    "exsmoker",
                                    "former smoker",
                                    "past",
                                    "ehemalig",
                                    "früher",
                                    "exraucher"),
                    "current",
                            List.of(
                                    "current",
                                    "smoker",
                                    "current smoker",
                                    "active",
                                    "now",
                                    "aktuell",
                                    "raucher"));

    private final LearnedTable table;
    private final List<Problem> problems;

    /** Whether what is read at present is what rows must not be like. */
    private boolean denied;

    /**
     * @param problems filled
     */
    TableCriteria(LearnedTable table, List<Problem> problems) {
        this.table = table;
        this.problems = problems;
    }

    Optional<String> of(Criterion criterion) {
        return criterion.match(this);
    }

    @Override
    public Optional<String> age(Criterion.AgeBetween asked) {
        Optional<TableColumn> bands =
                table.column("age").filter(c -> c.kind() == TableColumn.Kind.NUMBER).isPresent()
                        ? Optional.empty()
                        : AgeBands.in(table);
        if (bands.isPresent()) {
            return banded(bands.get(), asked);
        }
        return number("age", Words.of(asked))
                .flatMap(
                        k -> {
                            List<String> parts = new ArrayList<>();
                            String q = TableAsked.quoted(k);
                            if (asked.minYears() > 0) {
                                parts.add(q + " >= " + asked.minYears());
                            }
                            if (asked.maxYears() < OLDEST) {
                                parts.add(q + " < " + (asked.maxYears() + 1));
                            }
                            return TableAsked.joined(parts, "and")
                                    .or(() -> Optional.of(q + " is not missing"));
                        });
    }

    /** From here on an upper limit of age limits nobody. */
    static final int OLDEST = 120;

    private Optional<String> banded(TableColumn column, Criterion.AgeBetween asked) {
        List<String> answers = AgeBands.within(column, asked.minYears(), asked.maxYears());
        if (answers.isEmpty()) {
            problems.add(
                    new Problem(
                            "sample.words.answer",
                            Words.of(asked),
                            "The column %s holds ages in bands, and an end of this range is within one."
                                    .formatted(column.name()),
                            "ends of the bands: " + String.join(", ", column.answers().keySet())));
            return Optional.empty();
        }
        return Optional.of(oneOf(column, answers));
    }

    @Override
    public Optional<String> category(Criterion.CategoryIn asked) {
        Optional<TableColumn> column =
                table.column(asked.variable()).or(() -> answering(asked.levels()));
        if (column.isEmpty()) {
            problems.add(TableAsked.none(Words.of(asked), table));
            return Optional.empty();
        }
        TableColumn k = column.get();
        List<String> answers = new ArrayList<>();
        for (String level : asked.levels()) {
            List<String> own = answers(k, level, asked.levels());
            if (own.isEmpty()) {
                problems.add(
                        new Problem(
                                "sample.words.answer",
                                Words.of(asked),
                                "The column %s has no answer that means \"%s\"."
                                        .formatted(k.name(), level),
                                "one of: " + String.join(", ", k.answers().keySet())));
            }
            own.stream().filter(a -> !answers.contains(a)).forEach(answers::add);
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(oneOf(k, answers));
    }

    /** A column, not known by its header, that has all these answers. */
    private Optional<TableColumn> answering(List<String> levels) {
        List<TableColumn> all =
                table.asked().stream()
                        .filter(
                                c ->
                                        levels.stream()
                                                .allMatch(
                                                        l ->
                                                                c.answers().keySet().stream()
                                                                        .anyMatch(
                                                                                a ->
                                                                                        a
                                                                                                .equalsIgnoreCase(
                                                                                                        l))))
                        .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The table's spellings of an answer. */
    private static List<String> answers(TableColumn k, String level, List<String> all) {
        List<String> same =
                k.answers().entrySet().stream()
                        .filter(e -> e.getValue().equalsIgnoreCase(level))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!same.isEmpty() || !k.id().equals("smoking")) {
            return same;
        }
        List<String> alike =
                k.answers().keySet().stream()
                        .filter(a -> SMOKING.getOrDefault(level, List.of()).contains(small(a)))
                        .toList();
        if (!alike.isEmpty() || k.yes().isEmpty()) {
            return alike;
        }
        if (level.equals("current")) {
            return k.yes().stream().toList();
        }
        boolean nobody = all.contains("never") && all.contains("former");
        return nobody ? k.no().stream().toList() : List.of(); // no tells not which of the two
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String oneOf(TableColumn k, List<String> answers) {
        String all =
                answers.stream()
                        .map(a -> "'" + a.replace("'", "''") + "'")
                        .collect(Collectors.joining(", "));
        return answers.size() == 1
                ? TableAsked.quoted(k) + " = " + all
                : TableAsked.quoted(k) + " in (" + all + ")";
    }

    @Override
    public Optional<String> condition(Criterion.HasCondition asked) {
        if (asked.stage().isPresent()) {
            problems.add(
                    new Problem(
                            "sample.words.stage",
                            Words.of(asked),
                            "A table says a stage in a column of its own.",
                            "the name of that column, for example \"stage III\"; its columns: "
                                    + table.nearest("stage")));
            return Optional.empty();
        }
        return has(asked.condition());
    }

    /** Who has a condition: yes in its column, or the answer of another that names it. */
    Optional<String> has(String condition) {
        Optional<TableColumn> own =
                table.column(condition).filter(c -> c.kind() == TableColumn.Kind.CONDITION);
        if (own.isPresent()) {
            return Optional.of(oneOf(own.get(), List.of(own.get().yes().orElseThrow())));
        }
        Optional<Boolean> everybody = table.everybody(condition);
        if (everybody.isPresent()) {
            return everybody(condition, everybody.get());
        }
        List<String> found = new ArrayList<>();
        for (TableColumn k : table.asked()) {
            List<String> naming =
                    k.answers().keySet().stream().filter(a -> names(a, condition)).toList();
            // "ckd" among yes and no is a slip of the cells
            boolean slip = k.answers().keySet().stream().anyMatch(a -> Answers.yes(a).isPresent());
            if (!naming.isEmpty() && !slip) {
                found.add(oneOf(k, naming));
            }
        }
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        problems.add(TableAsked.none(Words.named(condition), table));
        return Optional.empty();
    }

    /** What all rows are like is met by all, and its opposite by none. */
    private Optional<String> everybody(String condition, boolean yes) {
        if (yes == denied) {
            problems.add(
                    new Problem(
                            "sample.words.nobody",
                            Words.named(condition),
                            yes
                                    ? "Everybody in the table %s has this.".formatted(table.name())
                                    : "Nobody in the table %s has this, or too few to be learned."
                                            .formatted(table.name()),
                            "leave it out"));
            return Optional.empty();
        }
        return Optional.of(yes ? always(table) : "not " + always(table));
    }

    /** A condition that every row meets. */
    static String always(LearnedTable table) {
        String any = TableAsked.quoted(table.asked().get(0));
        return "(%s is missing or %s is not missing)".formatted(any, any);
    }

    static boolean names(String answer, String concept) {
        List<Vocabulary.Mention> all = Vocabulary.bundled().find(answer);
        return all.size() == 1
                && all.get(0).concept().id().equals(concept)
                && all.get(0).end() - all.get(0).start() == answer.strip().length();
    }

    @Override
    public Optional<String> medication(Criterion.TakesMedication asked) {
        List<String> ways =
                TableDrugs.of(table, asked.medication()).stream()
                        .map(t -> oneOf(t.column(), t.answers()))
                        .toList();
        if (ways.isEmpty()) {
            problems.add(TableAsked.none(Words.named(asked.medication()), table));
        }
        return ways.size() == 1 ? Optional.of(ways.get(0)) : TableAsked.joined(ways, "or");
    }

    @Override
    public Optional<String> observation(Criterion.ObservationWithin asked) {
        return number(asked.observation(), Words.of(asked))
                .flatMap(
                        k -> {
                            double low = TableAsked.own(k, asked.range().low());
                            double high = TableAsked.own(k, asked.range().high());
                            List<String> parts = new ArrayList<>();
                            if (!Double.isInfinite(low)) {
                                parts.add(TableAsked.quoted(k) + " >= " + TableAsked.number(low));
                            }
                            if (!Double.isInfinite(high)) {
                                parts.add(TableAsked.quoted(k) + " <= " + TableAsked.number(high));
                            }
                            return TableAsked.joined(parts, "and");
                        });
    }

    @Override
    public Optional<String> not(Criterion.Not asked) {
        denied = !denied;
        Optional<String> inner = of(asked.inner());
        denied = !denied;
        String always = always(table);
        return inner.map(t -> t.equals("not " + always) ? always : "not (" + t + ")");
    }

    @Override
    public Optional<String> atLeast(Criterion.AtLeast asked) {
        List<String> all = new ArrayList<>();
        asked.of().forEach(c -> of(c).ifPresent(all::add));
        if (all.size() < asked.of().size()) {
            return Optional.empty();
        }
        List<String> ways = new ArrayList<>();
        some(all, asked.count(), 0, new ArrayList<>(), ways);
        return TableAsked.joined(ways, "or");
    }

    /** Every choice of so many of some conditions. */
    private static void some(
            List<String> all, int count, int from, List<String> chosen, List<String> ways) {
        if (chosen.size() == count) {
            TableAsked.joined(chosen, "and").ifPresent(ways::add);
            return;
        }
        for (int i = from; i < all.size(); i++) {
            chosen.add(all.get(i));
            some(all, count, i + 1, chosen, ways);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** The column of numbers that a specification calls so. */
    Optional<TableColumn> number(String id, String words) {
        Optional<TableColumn> k = table.column(id).filter(c -> c.kind() == TableColumn.Kind.NUMBER);
        if (k.isEmpty()) {
            problems.add(TableAsked.none(words, table));
        }
        return k;
    }

    /** Any column that can be asked about. */
    Optional<TableColumn> any(String id, String words) {
        Optional<TableColumn> k = table.column(id).filter(c -> c.kind() != TableColumn.Kind.OTHER);
        if (k.isEmpty()) {
            problems.add(TableAsked.none(words, table));
        }
        return k;
    }
}
