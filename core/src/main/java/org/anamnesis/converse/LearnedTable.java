package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.EditDistance;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.generate.Learners;
import org.anamnesis.interpret.ConceptNames;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.learn.Answers;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Schema;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitConversion;
import org.anamnesis.measure.UnitNames;
import org.anamnesis.table.Variable;

/**
 * A learned model as what a conversation is about: its columns, each with the id by which a
 * specification calls it.
 */
final class LearnedTable {
    /** Ids of a specification that are neither measured nor coded. */
    private static final Set<String> OTHER_IDS =
            Set.of("age", "sex", "smoking", "race_ethnicity", "insurance", "education", "region");

    private final ModelFile model;
    private final List<TableColumn> columns;

    LearnedTable(ModelFile model) {
        this.model = model;
        Schema schema = schema(model);
        Set<String> drawn =
                model.rows().variables().stream().map(Variable::name).collect(Collectors.toSet());
        List<TableColumn> all = new ArrayList<>();
        for (ColumnSchema c : schema.columns()) {
            if (c.learned() && drawn.contains(c.name())) {
                all.add(column(c, schema));
            } else if (c.keep()) {
                all.add(plain(c, TableColumn.Kind.OTHER));
            }
        }
        model.histories().ifPresent(h -> all.add(count(h.layout().count())));
        this.columns = HeaderNames.withoutWindows(all);
    }

    /** How many rows a person has, which is no column of the file. */
    private static TableColumn count(String name) {
        return new TableColumn(
                name,
                List.of(
                        name,
                        name.replace('_', ' '),
                        "rows per person",
                        "visits per person",
                        "visits",
                        "admissions",
                        "hospital stays",
                        "stays",
                        "encounters",
                        "Besuche",
                        "Aufnahmen",
                        "Aufenthalte",
                        "Krankenhausaufenthalte"),
                name,
                TableColumn.Kind.NUMBER,
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * @throws org.anamnesis.problem.RequestException if it is no model that can be read
     */
    static LearnedTable read(Path file, Learners learners) {
        return new LearnedTable(
                ModelFile.read(
                        file,
                        name ->
                                learners.names().contains(name)
                                        ? Optional.of(learners.named(name))
                                        : Optional.empty()));
    }

    ModelFile model() {
        return model;
    }

    /** Name of the file that was learned. */
    String name() {
        return model.provenance().file();
    }

    List<TableColumn> columns() {
        return columns;
    }

    /** What a column is about in the product's own words. */
    Optional<String> concept(TableColumn column) {
        return schema(model).column(column.name()).flatMap(ColumnSchema::concept);
    }

    /** Whether all rows have a condition, or none has; empty if they differ or nothing is known. */
    Optional<Boolean> everybody(String condition) {
        return schema(model).columns().stream()
                .filter(c -> c.concept().equals(Optional.of(condition)))
                .filter(c -> c.content() instanceof Content.Constant)
                .findFirst()
                .flatMap(c -> Answers.yes(((Content.Constant) c.content()).value()));
    }

    /** Columns of which something can be asked. */
    List<TableColumn> asked() {
        return columns.stream().filter(c -> c.kind() != TableColumn.Kind.OTHER).toList();
    }

    /** The column that a specification calls so. */
    Optional<TableColumn> column(String id) {
        return columns.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** A table of several rows a person, and of two files, has the columns of both. */
    static Schema schema(ModelFile model) {
        return model.histories()
                .flatMap(HistoryModel::second)
                .map(t -> t.beside(model.schema()))
                .orElse(model.schema());
    }

    /** Names of the columns that are nearest to some words, at most eight. */
    String nearest(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        return asked().stream()
                .sorted(Comparator.comparingDouble(c -> far(plain, c)))
                .limit(8)
                .map(TableColumn::name)
                .collect(Collectors.joining(", "));
    }

    private static double far(String plain, TableColumn c) {
        List<String> names = new ArrayList<>(c.names());
        names.add(c.id());
        c.said().ifPresent(names::add);
        return names.stream()
                .mapToDouble(
                        n ->
                                EditDistance.between(plain, n.toLowerCase(Locale.ROOT))
                                        / (double) Math.max(plain.length(), n.length()))
                .min()
                .orElse(1);
    }

    private static TableColumn column(ColumnSchema c, Schema schema) {
        Optional<String> concept = c.concept().filter(id -> schema.find(id).equals(Optional.of(c)));
        if (c.content() instanceof Content.Numbers n) {
            return concept.flatMap(id -> known(c, n, id))
                    .orElseGet(() -> plain(c, TableColumn.Kind.NUMBER));
        }
        if (c.content() instanceof Content.Levels l) {
            return concept.flatMap(id -> known(c, l.levels(), id))
                    .orElseGet(() -> plain(c, TableColumn.Kind.CATEGORY));
        }
        boolean date = c.content() instanceof Content.Dates;
        return plain(c, date ? TableColumn.Kind.NUMBER : TableColumn.Kind.OTHER);
    }

    /** A number of medicine, if its unit can be told in the specification's. */
    private static Optional<TableColumn> known(ColumnSchema c, Content.Numbers n, String id) {
        Optional<Measurand> m = Measurands.bundled().find(id);
        boolean years = id.equals("age") || id.equals("diabetes_duration");
        boolean same = years || m.filter(x -> x.unit().equals(n.unit())).isPresent();
        Optional<UnitConversion> conversion =
                m.flatMap(
                        x ->
                                x.conversions().stream()
                                        .filter(u -> u.unit().equals(n.unit()))
                                        .findFirst());
        if (!same && conversion.isEmpty()) {
            return Optional.empty();
        }
        // a duration is no word of the rules alone: they would read "over 10 years" as a history
        Optional<String> said =
                id.equals("age") ? Optional.of(id) : years ? Optional.empty() : said(id);
        return Optional.of(
                new TableColumn(
                        c.name(),
                        names(c),
                        id,
                        TableColumn.Kind.NUMBER,
                        same ? said : Optional.empty(),
                        n.unit(),
                        n.decimals(),
                        same ? Optional.empty() : conversion,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A word that means this observation and nothing else, and is one word to any reader. */
    private static Optional<String> said(String id) {
        Optional<Concept> concept = Catalogue.bundled().find(id);
        List<String> words = new ArrayList<>(concept.map(Concept::name).stream().toList());
        concept.ifPresent(c -> words.addAll(c.synonyms()));
        return words.stream()
                .filter(w -> w.matches("[\\p{L}\\p{N} -]+") && w.matches(".*\\p{L}.*"))
                .filter(
                        w -> {
                            List<Vocabulary.Mention> all = Vocabulary.bundled().find(w);
                            return all.size() == 1
                                    && all.get(0).concept().id().equals(id)
                                    && all.get(0).end() - all.get(0).start() == w.length();
                        })
                .filter(w -> Vocabulary.bundled().defaultReading(w).isEmpty())
                .filter(w -> !id.startsWith("glucose") || w.contains(" "))
                .findFirst();
    }

    private static Optional<TableColumn> known(ColumnSchema c, List<String> levels, String id) {
        Optional<Concept> condition =
                Catalogue.bundled().find(id).filter(x -> x.kind() == Concept.Kind.CONDITION);
        Optional<String> yes = answer(levels, true);
        Optional<String> no = answer(levels, false);
        Map<String, String> answers = new LinkedHashMap<>();
        levels.forEach(l -> answers.put(l, l));
        TableColumn.Kind kind = TableColumn.Kind.CATEGORY;
        String said = id;
        if (id.equals("sex")) {
            for (boolean female : new boolean[] {true, false}) {
                Answers.sex(levels, female)
                        .ifPresent(l -> answers.put(l, female ? "female" : "male"));
            }
        } else if (condition.isPresent() && yes.isPresent() && no.isPresent()) {
            kind = TableColumn.Kind.CONDITION;
            said = condition.get().name();
        } else if (!id.equals("smoking")) {
            return Optional.empty();
        }
        return Optional.of(
                new TableColumn(
                        c.name(),
                        names(c),
                        id,
                        kind,
                        Optional.of(said),
                        "",
                        0,
                        Optional.empty(),
                        answers,
                        yes,
                        no));
    }

    /** A column that the catalogue does not know; its id is its name, unless that means another. */
    private static TableColumn plain(ColumnSchema c, TableColumn.Kind kind) {
        boolean taken =
                Catalogue.bundled().find(c.name()).isPresent()
                        || Measurands.bundled().find(c.name()).isPresent()
                        || OTHER_IDS.contains(c.name());
        List<String> levels =
                c.content() instanceof Content.Levels l ? l.levels() : List.<String>of();
        Map<String, String> answers = new LinkedHashMap<>();
        levels.forEach(l -> answers.put(l, l));
        return new TableColumn(
                c.name(),
                names(c),
                taken ? "column " + c.name() : c.name(),
                kind,
                Optional.empty(),
                c.content() instanceof Content.Numbers n
                        ? n.unit()
                        : c.content() instanceof Content.Dates ? UnitNames.DATE : "",
                c.content() instanceof Content.Numbers n ? n.decimals() : 0,
                Optional.empty(),
                answers,
                answer(levels, true),
                answer(levels, false).or(() -> none(levels)));
    }

    /** The one of two answers that says yes, or no. */
    private static Optional<String> answer(List<String> levels, boolean yes) {
        return levels.stream()
                .filter(l -> levels.size() == 2 && Answers.yes(l).equals(Optional.of(yes)))
                .findFirst();
    }

    /** The one answer of several that says that there is nothing. */
    private static Optional<String> none(List<String> levels) {
        List<String> none = levels.stream().filter(Answers::none).toList();
        boolean others =
                levels.stream().noneMatch(l -> Answers.yes(l).isPresent() && !none.contains(l));
        return none.size() == 1 && levels.size() > 2 && others
                ? Optional.of(none.get(0))
                : Optional.empty();
    }

    /** The name as it stands, with spaces for signs, and without its unit. */
    private static List<String> names(ColumnSchema c) {
        Set<String> names = new LinkedHashSet<>(List.of(c.name()));
        names.add(c.name().replaceAll("[_.]+", " ").strip());
        names.add(c.name().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " "));
        names.add(c.words());
        names.addAll(HeaderNames.of(c.name()));
        // a header in another language than the request: "ESR" of a column BSG
        boolean levels = c.content() instanceof Content.Levels;
        if (c.concept().isEmpty() && (levels || c.content() instanceof Content.Numbers)) {
            ConceptNames.concept(c.words())
                    .filter(id -> Measurands.bundled().find(id).isPresent())
                    .ifPresent(id -> names.addAll(ConceptNames.words(id)));
        }
        names.removeAll(new HashSet<>(List.of("")));
        return List.copyOf(names);
    }
}
