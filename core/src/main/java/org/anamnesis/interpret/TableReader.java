package org.anamnesis.interpret;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.EditDistance;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Reading.NotUnderstood;
import org.anamnesis.interpret.Reading.Question;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * Reads requests about a user's own table: its columns and their answers are words beside those of
 * medicine. What is said of columns that the rules do not know is read here, the rest by the rules.
 */
public final class TableReader implements Reader {
    private static final Pattern ROWS =
            Pattern.compile(
                    "(?i)(\\d[\\d,.]*) (?:synthetic |made )?(?:rows|records|entries|lines)\\b");

    /** Words that ask for nothing once the clauses are taken out. */
    private static final Set<String> FILLER =
            Set.of(
                    ("make create generate give me please now the a an and with only just rows patients people persons"
                                    + " records also it them all to set want i we need keep use but instead that where"
                                    + " who whose are is be have has having in of for same or then those which on from"
                                    + " show everyone everybody there should must let us at ok okay so well actually"
                                    + " patient cases change add as more data mit und oder nur die der das den dem bitte soll sollen sein patienten fälle avec et les con y los")
                            .split(" "));

    /** Sentences of a first request that are about the built-in population. */
    private static final List<String> ELSEWHERE =
            List.of(
                    "No condition ",
                    "No age was given",
                    "No observations were named",
                    "No population was given");

    /** Within brackets; Chinese has no spaces, so that its words are no part of a name. */
    private static final String LETTER = "[\\p{L}&&[^\\p{IsHan}]]";

    private static final Pattern COMPARED =
            Pattern.compile(
                    "(?<![LETTER\\p{N}_])([LETTER_][LETTER\\p{N}_]*)\\s*(?:[=<>≥≤]|!=|≠)"
                            .replace("LETTER", LETTER));
    private static final Pattern JOINED =
            Pattern.compile(
                    "(?<![LETTER\\p{N}_])[LETTER]+(?:_[LETTER\\p{N}]+)+".replace("LETTER", LETTER));

    private final Reader rules;
    private final List<TableColumn> columns;
    private final String table;
    private final String engine;

    /**
     * @param table name of the file that was learned
     * @param engine of the model
     */
    public TableReader(Reader rules, List<TableColumn> columns, String table, String engine) {
        this.rules = requireNonNull(rules, "rules");
        this.columns = List.copyOf(columns);
        this.table = requireNonNull(table, "table");
        this.engine = requireNonNull(engine, "engine");
    }

    @Override
    public Reading read(String message, CohortSpec current) {
        return read(message, current, Language.EN);
    }

    @Override
    public Reading read(String message, CohortSpec current, Language likely) {
        if (message.length() > RuleReader.LONGEST) {
            return rules.read(message, current, likely);
        }
        int behind = supposed(message, likely);
        if (behind > 0) {
            String rest = WhatIfWords.plain(message).substring(behind).replaceAll("[?\\s]+$", "");
            Reading reading = read(rest, current, likely);
            return reading instanceof Understood u
                    ? supposing(u, message.substring(0, behind).strip())
                    : reading;
        }
        var wording = TableWording.of(message, columns, table);
        return wording.problems().isEmpty()
                ? wording.unread(numbers(wording.text(), current, likely))
                : new NotUnderstood(wording.problems(), List.of(), Optional.empty());
    }

    /** End of the words that open a what-if, 0 without them. */
    private static int supposed(String message, Language likely) {
        Wording wording = Wording.of(message, Language.of(message, likely));
        Sentence s = new Sentence(wording.english(), Vocabulary.bundled());
        int opening = WhatIfWords.is(s) ? WhatIfWords.opening(s) : 0;
        return opening == 0 ? 0 : wording.places(0, s.at(opening - 1).end())[1];
    }

    /** "What if nobody was readmitted?": the rows as they were asked stay beside these. */
    private static Understood supposing(Understood u, String words) {
        List<Quoted> edits = new ArrayList<>(List.of(new Quoted(new Edit.Suppose(false), words)));
        edits.addAll(u.edits());
        return new Understood(edits, u.assumptions(), u.ignored(), u.questions(), u.links());
    }

    /** Reads a message in which dates are numbers of days. */
    private Reading numbers(String message, CohortSpec current, Language likely) {
        var shown = ShownColumns.of(message, columns);
        var groups = ColumnGroups.of(shown.rest(), columns, current.beyond().groups(), likely);
        var together = ColumnCorrelations.of(groups.rest(), columns, likely);
        ColumnMentions found = ColumnMentions.of(together.rest(), columns, false);
        String spoken = rows(found.unmarked(found.marked()));
        Reading plain =
                spoken.isBlank()
                        ? new Understood(List.of(), List.of(), List.of(), List.of())
                        : rules.read(spoken, current, likely);
        if (plain instanceof Question) {
            return new Question(message.strip());
        }
        boolean refused =
                plain instanceof NotUnderstood n
                        && n.problems().stream()
                                .anyMatch(p -> p.code().startsWith("request.refused"));
        if (refused) {
            return plain;
        }
        Wording wording = Wording.of(found.marked(), Language.of(message, likely));
        ColumnClauses clauses = new ColumnClauses(found, wording).read();
        if (clauses.unclear()) { // "ICU or bmi above 30", of which the rules would read the second
            ColumnMentions all = ColumnMentions.of(together.rest(), columns, true);
            ColumnClauses again =
                    new ColumnClauses(all, Wording.of(all.marked(), Language.of(message, likely)))
                            .read();
            found = again.unclear() ? found : all;
            clauses = again.unclear() ? clauses : again;
        }
        List<Quoted> edits = new ArrayList<>(shown.edits());
        edits.addAll(groups.edits());
        edits.addAll(together.edits());
        edits.addAll(clauses.edits());
        List<Problem> problems = new ArrayList<>(together.problems());
        problems.addAll(found.problems());
        problems.addAll(clauses.problems());
        problems.addAll(unknown(together.rest()));
        Reading reading = plain;
        if (!clauses.edits().isEmpty()) {
            String rest = tidy(found.unmarked(rows(clauses.rest())));
            boolean nothing = words(rest).stream().allMatch(FILLER::contains);
            reading =
                    nothing
                            ? new Understood(List.of(), List.of(), List.of(), List.of())
                            : rules.read(rest, current, Language.of(message, likely));

        } else if (!edits.isEmpty() && words(tidy(spoken)).stream().allMatch(FILLER::contains)) {
            reading = new Understood(List.of(), List.of(), List.of(), List.of());
        }
        return together(reading, edits, problems, clauses.assumed(), found);
    }

    /** Whether an assumption is about the built-in population and nobody else. */
    public static boolean isElsewhere(String assumed) {
        return ELSEWHERE.stream().anyMatch(assumed::startsWith);
    }

    private Reading together(
            Reading reading,
            List<Quoted> own,
            List<Problem> wrong,
            List<String> taken,
            ColumnMentions found) {
        List<Quoted> edits = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(wrong);
        List<String> assumed = new ArrayList<>(taken);
        List<String> ignored = new ArrayList<>();
        List<Quoted> read = List.of();
        Understood u = new Understood(List.of(), List.of(), List.of(), List.of());
        if (reading instanceof Understood understood) {
            u = understood;
            read = u.edits();
        } else if (reading instanceof NotUnderstood n) {
            boolean noise = n.problems().stream().allMatch(p -> p.code().equals("request.noise"));
            if (noise && !own.isEmpty()) {
                n.problems().forEach(p -> ignored.add(found.written(p.where())));
            } else if (!noise) {
                n.problems().forEach(p -> problems.add(ofTable(p, found)));
            } else if (problems.isEmpty()) {
                n.problems().forEach(p -> problems.add(nothing(p, found)));
            }
            read = n.edits();
        }
        for (Quoted q : read) {
            elsewhere(q, assumed, problems)
                    .ifPresent(e -> edits.add(new Quoted(e, found.written(q.quote()))));
        }
        edits.addAll(own);
        if (edits.isEmpty() && !assumed.isEmpty() && problems.isEmpty()) {
            problems.add(
                    new Problem(
                            "sample.words.population",
                            read.get(0).quote(),
                            assumed.get(0),
                            "a request about them: " + example()));
        }
        var settled =
                new SettledChoices(columns.stream().map(TableColumn::id).toList(), u.questions());
        edits.removeAll(edits.stream().filter(q -> settled.instead().contains(q.edit())).toList());
        settled.edits().forEach(q -> edits.add(new Quoted(q.edit(), found.written(q.quote()))));
        u.assumptions().stream()
                .filter(a -> !isElsewhere(a))
                .filter(a -> !settled.assumptions().contains(a))
                .forEach(assumed::add);
        u.ignored().stream()
                .map(i -> found.written(i).replaceAll("\\s+", " ").strip())
                .filter(i -> !words(i).stream().allMatch(FILLER::contains))
                .forEach(ignored::add);
        ignored.stream()
                .filter(
                        i ->
                                (!own.isEmpty() && TELLING.matcher(i).find())
                                        || DENYING.matcher(i).find())
                .forEach(i -> problems.add(left(i)));
        return problems.isEmpty()
                ? new Understood(edits, assumed, ignored, settled.open(), u.links())
                : new NotUnderstood(problems, edits, Optional.empty());
    }

    /** Words beside a wish that turn it round or say of how many it is. */
    private static final Pattern TELLING =
            Pattern.compile(
                    "(?iu)\\b(?:no|not|nobody|none|never|without|neither|nor|except|exclud\\w*|n't|kein\\w*|nicht|ohne|niemand|sin|nadie"
                            + "|ningun\\w*|ningún|sans|aucune?|personne|pas)\\b|\\d\\s*%|\\b(?:half|thirds?|quarters?|percent|majority|most)\\b");

    /** Words that tell of somebody by themselves, so that without them she is somebody else. */
    private static final Pattern DENYING =
            Pattern.compile(
                    "(?iu)\\b(?:(?:un|non-?)\\p{L}{4,}(?:ed|ive|elt|iert)(?:e[nrms]?)?|sero-?(?:posi|nega)tiv\\p{L}*|[\\p{L}\\p{N}-]+-(?:posi|nega)tive?)\\b");

    private Problem left(String words) {
        return new Problem(
                "sample.words.left",
                words,
                "What this says is not clear, and without it other rows would be made.",
                example());
    }

    /** Who is unknown to evidence may have no column; evidence is not asked for here. */
    private Problem ofTable(Problem p, ColumnMentions found) {
        boolean unknown =
                p.code().equals("request.condition.unknown")
                        || p.code().equals("request.drug.unknown");
        String where = found.written(p.where());
        return unknown
                ? new Problem(
                        "sample.words.column",
                        where,
                        "The table %s has no column or answer for this.".formatted(table),
                        "one of its columns: " + nearest(where))
                : new Problem(p.code(), where, p.message(), p.suggestion());
    }

    private Problem nothing(Problem p, ColumnMentions found) {
        return new Problem(
                p.code(),
                found.written(p.where()),
                "Nothing in this could be understood as a request for rows of the table %s."
                        .formatted(table),
                example());
    }

    /** A request in the words of the table. */
    private String example() {
        String number =
                columns.stream()
                        .filter(c -> c.kind() == TableColumn.Kind.NUMBER)
                        .findFirst()
                        .map(c -> " with " + c.name() + " above 50")
                        .orElse("");
        String answer =
                columns.stream()
                        .filter(
                                c ->
                                        c.kind() == TableColumn.Kind.CATEGORY
                                                && !c.answers().isEmpty())
                        .findFirst()
                        .map(
                                c ->
                                        ", 40 %% %s = %s"
                                                .formatted(
                                                        c.name(),
                                                        c.answers().keySet().iterator().next()))
                        .orElse("");
        return "300 rows" + number + answer;
    }

    /** What a table settles by itself is no edit; empty if so. */
    private Optional<Edit> elsewhere(Quoted q, List<String> assumed, List<Problem> problems) {
        if (q.edit() instanceof Edit.SetPopulation) {
            assumed.add("The people are those of the table %s, not of a country.".formatted(table));
            return Optional.empty();
        }
        if (q.edit() instanceof Edit.SetEngine e) {
            if (!e.engine().equals(engine)) {
                problems.add(
                        new Problem(
                                "sample.words.engine",
                                q.quote(),
                                "This model was learned with the engine %s.".formatted(engine),
                                "./anamnesis learn TABLE --engine " + e.engine()));
            }
            return Optional.empty();
        }
        if (q.edit() instanceof Edit.SetFormats f) {
            if (!f.formats().equals(List.of("csv"))) {
                problems.add(
                        new Problem(
                                "sample.words.format",
                                q.quote(),
                                "Rows of a learned model are written as text in the spelling of their table.",
                                "leave the format out"));
            }
            return Optional.empty();
        }
        return Optional.of(q.edit());
    }

    private static String rows(String text) {
        return ROWS.matcher(text).replaceAll("$1 patients");
    }

    /** Without joints that join nothing any more. */
    private static String tidy(String text) {
        String joint =
                "(?:and|or|with|but|whose|where|who|having|has|have|in|of|on|only|also|und|oder|mit|et|ou|avec|y|o|con|,|;)";
        return text.replaceAll("\\s+", " ")
                .replaceAll(
                        "(?i)(?<=^|[\\s,;])(" + joint + ")\\s+(?=" + joint + "(?:[\\s,;]|$))", "")
                .replaceAll("(?i)(?:(?<=[\\s,;])" + joint + "[\\s,;]*)+(?=[.;!?]|$)", "")
                .replaceAll("(?i)^(?:\\s|,|;|and\\b|but\\b)+", "")
                .strip();
    }

    private static List<String> words(String text) {
        List<String> all = new ArrayList<>();
        Matcher m = Pattern.compile("[\\p{L}\\p{N}%]+").matcher(text.toLowerCase(Locale.ROOT));
        while (m.find()) {
            all.add(m.group());
        }
        return all;
    }

    /** Names that look like columns and are none. */
    private List<Problem> unknown(String message) {
        List<Problem> problems = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Pattern form : List.of(COMPARED, JOINED)) {
            Matcher m = form.matcher(message);
            while (m.find()) {
                String name = m.groupCount() > 0 ? m.group(1) : m.group();
                boolean known =
                        columns.stream()
                                        .flatMap(c -> c.names().stream())
                                        .anyMatch(n -> within(name, n))
                                || !Vocabulary.bundled().find(name.replace('_', ' ')).isEmpty()
                                || RESERVED.contains(name.toLowerCase(Locale.ROOT))
                                || seen.contains(name);
                if (!known) {
                    seen.add(name);
                    problems.add(
                            new Problem(
                                    "sample.words.column",
                                    name,
                                    "The table %s has no column \"%s\".".formatted(table, name),
                                    "one of: " + nearest(name)));
                }
            }
        }
        return problems;
    }

    private static final Set<String> RESERVED =
            Set.of(
                    "age",
                    "sex",
                    "gender",
                    "n",
                    "mean",
                    "average",
                    "seed",
                    "share",
                    "alter",
                    "geschlecht");

    private static boolean within(String word, String name) {
        return (" " + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_]+", " ") + " ")
                .contains(" " + word.toLowerCase(Locale.ROOT) + " ");
    }

    private String nearest(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return String.join(
                ", ",
                columns.stream()
                        .map(TableColumn::name)
                        .sorted(
                                Comparator.comparingInt(
                                        n ->
                                                EditDistance.between(
                                                        plain, n.toLowerCase(Locale.ROOT))))
                        .limit(8)
                        .toList());
    }
}
