package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out what one column is, from its header and its cells. */
final class ColumnProfile {
    /** Share of cells that must be numbers for words among them to be marks of missing values. */
    private static final double NUMBERS = 0.9;

    /** Different words among numbers; more are answers. */
    private static final int MOST_WORDS = 10;

    /** Share of cells that must be of one word for them to be codes. */
    private static final double ALIKE = 0.5;

    /** Share of cells that must be dates; the others are errors and become missing. */
    private static final double DATES = 0.9;

    /** Different texts over rows from which on a code points to a person. */
    static final double NEARLY_UNIQUE = 0.9;

    /** Share of rows that must have a frequent answer for a column of words to be a category. */
    private static final double ANSWERS = 0.5;

    /** Numbered columns of one name that are items of a questionnaire or repeats. */
    private static final int ITEMS = 4;

    /** Mean length of cells, characters, from which on they are sentences and not answers. */
    private static final int SENTENCES = 80;

    private final SourceTable table;
    private final String name;
    private final String below;
    private final TextColumn column;
    private final Persons persons;
    private final List<String> marks = new ArrayList<>();
    private final List<String> why = new ArrayList<>();

    /**
     * @param k number of the column
     */
    ColumnProfile(SourceTable table, int k, Persons persons) {
        this.table = table;
        this.name = table.names().get(k);
        this.below = table.unit(k);
        this.column = table.column(k);
        this.persons = persons;
        for (int code = 0; code < column.distinct(); code++) {
            if (MissingMarks.isMark(column.text(code)) && !column.text(code).isEmpty()) {
                marks.add(column.text(code));
            }
        }
    }

    /** The column as it is found. */
    ColumnSchema schema() {
        if (persons.key().equals(Optional.of(name))) {
            why.add(
                    (persons.count() < column.size()
                                    ? "Several rows have the same value: it"
                                    : "It")
                            + " says whose a row is, and is made anew.");
            return with(new Content.Key(), true);
        }
        if (column.overflowed()) {
            return dropped(new Content.Text(), "It holds too many long texts to be learned.");
        }
        Cells cells = Cells.of(column, marks);
        if (cells.rows() == 0) {
            why.add("Every value is missing.");
            return with(new Content.Constant(""), true);
        }
        Optional<String> identity = Identifiers.of(name, cells);
        if (identity.isPresent()) {
            return dropped(new Content.Identifier(), "It holds " + identity.get() + ".");
        }
        Signs signs = Signs.of(cells);
        NumberStyle style = NumberCells.style(cells, signs, table.separator());
        Cells numeric = withoutWords(cells, style, signs);
        Optional<DateFormats> dates = dates(cells, numeric.rows() > 0);
        if (dates.isPresent()) {
            return dates(dates.get());
        }
        if (cells.distinct() == 1 && cells.rows() == column.size()) {
            why.add("It is the same in every row.");
            return constant(cells.texts().get(0));
        }
        return numeric.rows() > 0 ? numbers(numeric, style, signs) : levels(cells);
    }

    /** The cells that are numbers, if nearly all are; words among them become marks. */
    private Cells withoutWords(Cells cells, NumberStyle style, Signs signs) {
        List<String> words =
                cells.texts().stream()
                        .filter(t -> Double.isNaN(NumberCells.number(style, signs, t)))
                        .toList();
        double numbers = cells.share(t -> !Double.isNaN(NumberCells.number(style, signs, t)));
        boolean none = words.stream().allMatch(MissingMarks::isNone) && numbers > 0;
        if (Answers.mixed(cells.texts())) {
            return Cells.none(column); // 1 and 0 beside yes and no are answers, not numbers
        }
        if (numbers == 0 || (!none && (numbers < NUMBERS || words.size() > MOST_WORDS))) {
            return Cells.none(column);
        }
        if (!words.isEmpty()) {
            marks.addAll(
                    words.stream().filter(t -> rows(cells, t) >= LevelCells.LEAST_PEOPLE).toList());
            why.add(
                    words.size() == 1
                            ? "Among the numbers stands a word, which is read as missing."
                            : "Among the numbers stand %d different words, which are read as missing."
                                    .formatted(words.size()));
        }
        return Cells.of(column, marks);
    }

    private static long rows(Cells cells, String text) {
        return cells.counts()[cells.texts().indexOf(text)];
    }

    private Optional<DateFormats> dates(Cells cells, boolean numeric) {
        boolean told =
                HeaderWords.has(
                        name, Set.of("date", "dt", "datetime", "day of", "datum", "fecha", "dat"));
        if (numeric && !told) {
            return Optional.empty();
        }
        return DateFormats.of(cells.texts(), cells.counts(), told).filter(d -> d.share() >= DATES);
    }

    private ColumnSchema dates(DateFormats dates) {
        why.addAll(dates.remarks());
        return with(new Content.Dates(dates.formats()), true);
    }

    private ColumnSchema numbers(Cells cells, NumberStyle style, Signs signs) {
        NumberCells all = NumberCells.of(cells, style, signs);
        if (all.values().length == 0) {
            why.add("Every value is infinite or missing.");
            return with(new Content.Constant(""), true);
        }
        var profile = new NumberProfile(name, below, column, cells, all);
        marks.addAll(profile.marks());
        why.addAll(profile.remarks());
        if (all.infinite() > 0) {
            why.add(
                    "%d infinite value%s missing (%s)."
                            .formatted(
                                    all.infinite(),
                                    all.infinite() == 1 ? " becomes" : "s become",
                                    line(
                                            t ->
                                                    Double.isInfinite(
                                                            NumberCells.number(style, signs, t)))));
        }
        Optional<String> code = profile.code();
        if (code.isPresent()) {
            return dropped(new Content.Identifier(), code.get());
        }
        if (profile.isCategory()) {
            return levels(Cells.of(column, marks));
        }
        Optional<Concepts.Match> match = isItem() ? Optional.empty() : profile.concept();
        Content.Numbers found =
                profile.content(match.map(Concepts.Match::unit).orElse(profile.unit()));
        why.addAll(profile.remarks(found, match));
        return with(found, true, match.map(Concepts.Match::id));
    }

    /** Whether it is one of several numbered columns: PHQ9 behind PHQ1 to PHQ8 is a question. */
    private boolean isItem() {
        String stem = name.replaceFirst("[ _.]?\\d+$", "");
        return !stem.equals(name)
                && table.names().stream()
                                .filter(n -> n.matches(Pattern.quote(stem) + "[ _.]?\\d+"))
                                .count()
                        >= ITEMS;
    }

    private ColumnSchema levels(Cells cells) {
        LevelCells found = LevelCells.of(cells, persons.people(column, cells));
        double frequent = 1 - found.rareRows() / (double) cells.rows();
        List<String> kept = found.levels().map(Content.Levels::levels).orElse(List.of());
        if (cells.meanLength() > SENTENCES || FreeText.is(name, cells, kept)) {
            return dropped(
                    new Content.Text(), "It holds sentences, which may say anything of a person.");
        }
        if (found.levels().isEmpty() || frequent < ANSWERS) {
            Optional<String> form = form(cells);
            if (form.isPresent()) {
                return dropped(new Content.Text(), form.get());
            }
            boolean codes =
                    cells.unique(NEARLY_UNIQUE) && cells.share(t -> t.indexOf(' ') < 0) > ALIKE;
            return codes
                    ? dropped(
                            new Content.Identifier(),
                            "Nearly every row has a code of its own: it points to somebody.")
                    : dropped(
                            new Content.Text(),
                            "It holds %,d different texts, most of them too rare to be learned."
                                    .formatted(cells.distinct()));
        }
        if (Answers.mixed(cells.texts())) {
            why.add(
                    "Yes and no are spelled in %d ways, which are read as two answers."
                            .formatted(cells.distinct()));
        }
        if (found.rareLevels() > 0) {
            String what =
                    found.rareLevels() == 1
                            ? "One answer of fewer than %d people"
                                    .formatted(LevelCells.LEAST_PEOPLE)
                            : "%,d answers of fewer than %d people%s"
                                    .formatted(
                                            found.rareLevels(),
                                            LevelCells.LEAST_PEOPLE,
                                            full(found)
                                                    ? " or beyond the %d most frequent"
                                                            .formatted(LevelCells.MOST_LEVELS)
                                                    : "");
            String how =
                    found.levels().get().other().isPresent()
                            ? "merged to \"" + LevelCells.OTHER + "\""
                            : "made missing";
            why.add(
                    "%s, %,d in all, %s %s."
                            .formatted(
                                    what,
                                    found.rareRows(),
                                    found.rareLevels() == 1 ? "is" : "are",
                                    how));
        }
        Content.Levels levels = found.levels().get();
        boolean alone = levels.levels().size() == 1;
        if (alone && column.size() - cells.rows() + found.rareRows() < LevelCells.LEAST_PEOPLE) {
            why.add("It is the same in every row but a few.");
            return constant(levels.levels().get(0));
        }
        return with(levels, true, Concepts.ofLevels(name, levels.levels()));
    }

    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?");
    private static final Pattern PAIR =
            Pattern.compile("\\d+([.,]\\d+)?\\s*[/|;–-]\\s*\\d+([.,]\\d+)?");

    /** Why cells are left out that hold what could be learned in another form. */
    private static Optional<String> form(Cells cells) {
        if (cells.share(t -> TIME.matcher(t).matches()) > ALIKE) {
            return Optional.of(
                    "It holds times of day, which are not learned; hours as a number (14.5) are.");
        }
        return cells.share(t -> PAIR.matcher(t).matches()) > ALIKE
                ? Optional.of(
                        "It holds two numbers in a cell; two columns of one number each are learned.")
                : Optional.empty();
    }

    /** What everybody has, or nobody: a request for it is met, or cannot be. */
    private ColumnSchema constant(String value) {
        Optional<String> concept =
                Answers.yes(value).flatMap(y -> Concepts.ofLevels(name, List.of(value)));
        return with(new Content.Constant(value), true, concept);
    }

    /** Whether there are as many levels as are told apart. */
    private static boolean full(LevelCells found) {
        return found.levels().orElseThrow().levels().size() >= LevelCells.MOST_LEVELS;
    }

    /**
     * The column as the user wants it.
     *
     * @param kind of {@link Content#kind}
     * @param missing marks that the user gave
     * @return empty if the cells are nothing of the kind
     */
    Optional<Content> as(String kind, List<String> missing) {
        Cells cells = Cells.of(column, missing);
        Signs signs = Signs.of(cells);
        NumberStyle style = NumberCells.style(cells, signs, table.separator());
        return switch (kind) {
            case "number" ->
                    Optional.of(NumberCells.of(cells, style, signs))
                            .filter(n -> n.values().length > 0)
                            .map(n -> new NumberProfile(name, below, column, cells, n).content());
            case "category" ->
                    LevelCells.of(cells, persons.people(column, cells)).levels().map(l -> l);
            case "date" ->
                    DateFormats.of(cells.texts(), cells.counts(), true)
                            .map(d -> new Content.Dates(d.formats()));
            case "constant" ->
                    Optional.of(
                            new Content.Constant(
                                    cells.distinct() == 0 ? "" : cells.texts().get(0)));
            case "key" -> Optional.of(new Content.Key());
            case "identifier" -> Optional.of(new Content.Identifier());
            case "text" -> Optional.of(new Content.Text());
            default -> Optional.empty();
        };
    }

    /** The first line with a text that is so. */
    private String line(java.util.function.Predicate<String> so) {
        return IntStream.range(0, column.size())
                .filter(i -> so.test(column.text(column.code(i))))
                .mapToObj(i -> "line " + table.line(i))
                .findFirst()
                .orElse("");
    }

    private ColumnSchema dropped(Content content, String reason) {
        why.add(reason);
        return with(content, false);
    }

    private ColumnSchema with(Content content, boolean keep) {
        return with(content, keep, Optional.empty());
    }

    private ColumnSchema with(Content content, boolean keep, Optional<String> concept) {
        return new ColumnSchema(
                name,
                content,
                keep,
                why,
                List.copyOf(new LinkedHashSet<>(marks)),
                column.overflowed() ? "" : Cells.of(column, marks).usualMark(),
                concept);
    }
}
