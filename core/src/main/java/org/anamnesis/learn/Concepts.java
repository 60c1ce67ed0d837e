package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitConversion;
import org.anamnesis.measure.UnitNames;
import org.anamnesis.measure.Units;

/** The product's own words for a user's columns, by header and by the range of the values. */
final class Concepts {
    /** Age in years and sex, which are neither measured nor coded. */
    static final String AGE = "age";

    static final String SEX = "sex";

    /** Years since the diagnosis of diabetes, which are neither measured nor coded. */
    static final String DURATION = "diabetes_duration";

    private static final Set<String> DURATIONS =
            Set.of(
                    "diabetesduration",
                    "diabetesdurationyears",
                    "durationofdiabetes",
                    "durationofdiabetesyears",
                    "dmduration",
                    "dmdurationyears",
                    "yearssincediabetes",
                    "yearswithdiabetes",
                    "diabetesdauer");

    private static final Set<String> AGES =
            Set.of(
                    "age",
                    "ageyears",
                    "ageyr",
                    "ageyrs",
                    "ageinyears",
                    "patientage",
                    "ageatvisit",
                    "agey",
                    "ridageyr",
                    "ageatenrollment",
                    "ageatbaseline",
                    "ageatadmission",
                    "baselineage",
                    "ptage",
                    "alter",
                    "alterjahre",
                    "edad",
                    "âge",
                    "年龄",
                    "years");

    /** An age when something happened, in years as long as no other unit is said. */
    private static final Pattern AGE_AT =
            Pattern.compile(
                    "(?:age (?:at|on|when)|alter (?:bei|zum|zur)|edad al?|âge (?:à|au)) .+");

    private static final Set<String> SEXES =
            Set.of(
                    "sex",
                    "gender",
                    "patientsex",
                    "patientgender",
                    "ptgender",
                    "riagendr",
                    "geschlecht",
                    "sexe",
                    "sexo",
                    "género",
                    "性别");

    /** Share of values that must be possible in a unit; the others are errors of typing. */
    private static final double POSSIBLE = 0.95;

    /**
     * Median body weight, kg, above which a column is in pounds: no population is so heavy, and the
     * limits of one record (25 to 400 kg) hold nearly all weights in pounds too.
     */
    private static final double HEAVIEST_MEDIAN = 125;

    private Concepts() {}

    /**
     * A column's concept.
     *
     * @param id of the concept
     * @param unit UCUM code; empty for categories
     * @param guessed whether the unit was told by the values and not by the header
     */
    record Match(String id, String unit, boolean guessed) {}

    /**
     * The concept that words name, an id of a measurand, a concept, {@link #AGE} or {@link #SEX}.
     */
    static Optional<String> named(String words) {
        return candidates(words).stream().findFirst();
    }

    private static List<String> candidates(String words) {
        String plain = HeaderWords.plain(words);
        List<String> ids = new ArrayList<>();
        List<String> parts = HeaderWords.of(words);
        boolean coded = words.indexOf('=') > 0 && !parts.isEmpty();
        if (AGES.contains(plain) || AGE_AT.matcher(String.join(" ", parts)).matches()) {
            ids.add(AGE);
        } else if (SEXES.contains(plain) || (coded && SEXES.contains(parts.get(0)))) {
            ids.add(SEX);
        } else if (DURATIONS.contains(plain)) {
            ids.add(DURATION);
        }
        ids.addAll(UsualHeaders.ids(words));
        for (Measurand m : Measurands.bundled().all()) {
            boolean same =
                    HeaderWords.plain(m.id()).equals(plain)
                            || HeaderWords.plain(m.column()).equals(plain)
                            || HeaderWords.plain(m.name()).equals(plain);
            if (same) {
                ids.add(m.id());
            }
        }
        vocabulary(words).ifPresent(c -> ids.add(c.id()));
        return ids.stream().distinct().toList();
    }

    /** The concept whose words fill the header, no word left over. */
    private static Optional<Concept> vocabulary(String words) {
        for (String text : List.of(words, String.join(" ", HeaderWords.of(words)))) {
            String all = text.strip();
            List<Vocabulary.Mention> found = Vocabulary.bundled().find(all);
            if (found.size() == 1 && found.get(0).end() - found.get(0).start() == all.length()) {
                return Optional.of(found.get(0).concept());
            }
        }
        return Vocabulary.bundled()
                .defaultReading(String.join(" ", HeaderWords.of(words)))
                .map(Vocabulary.Default::concept);
    }

    /** A header without its unit, and the unit. */
    record Headed(String words, String unit) {}

    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]+)[)\\]]\\s*$");

    /** Parts of units with a stroke, whatever they measure: "µg/kg/min", "ml/kg/h", "10^9/l". */
    private static final Pattern RATIO =
            Pattern.compile(
                    "(?iu)(?:10\\^?\\d+|x?10[e*]\\d+|(?:[µμumnpkdc]|mc)?(?:g|gr|l|mol|eq|osm|i?u|katal|m2?|b)|cells|zellen|tsd|giga|tera|pt|std|tag)"
                            + "(?:/(?:[µμumnpkdc]?(?:g|l|mol|m2?|m³|mm3)|kgkg|kg|min|h|hr|std|tag|d|day|s|sec|wk|woche|pt|h2o))+");

    /**
     * Splits "Weight (kg)", "ldl_mg_dl", "Noradrenalin µg/kg/min" and "hba1c_pct"; the unit is
     * UCUM, or the header's own if it is none that is known, or empty.
     */
    static Headed headed(String header) {
        var brackets = BRACKETS.matcher(header);
        if (brackets.find()) {
            String words = header.substring(0, brackets.start()).strip();
            Optional<String> unit = unit(brackets.group(1));
            if (unit.isPresent() && !words.isEmpty()) {
                return new Headed(words, unit.get());
            }
        }
        int space = header.strip().lastIndexOf(' ');
        Optional<String> ratio =
                Optional.of(header.strip().substring(space + 1))
                        .filter(t -> space > 0 && RATIO.matcher(t).matches())
                        .flatMap(Concepts::unit);
        if (ratio.isPresent()) {
            return new Headed(header.strip().substring(0, space).strip(), ratio.get());
        }
        List<String> words = HeaderWords.of(header.replace("%", " pct"));
        for (int n = Math.min(4, words.size() - 1); n > 0; n--) {
            String part = String.join("_", words.subList(words.size() - n, words.size()));
            String rest = String.join(" ", words.subList(0, words.size() - n));
            Optional<String> unit = Optional.ofNullable(PARTS.get(part));
            // a single letter is a unit only behind a word that has it
            boolean sure = part.length() > 2 || !candidates(rest).isEmpty();
            if (unit.isPresent() && sure) {
                return new Headed(rest, unit.get());
            }
        }
        return new Headed(header, "");
    }

    /** A unit as it is written in brackets: UCUM, or the header's own if it is a ratio. */
    static Optional<String> unit(String written) {
        return Units.ucum(written)
                .or(() -> Optional.of(written.strip()).filter(t -> RATIO.matcher(t).matches()));
    }

    /** UCUM code by the way that a unit is written in a header. */
    private static final Map<String, String> PARTS = new HashMap<>();

    static {
        Set<String> all = new HashSet<>();
        for (String spelling : Units.spellings()) {
            if (spelling.chars().allMatch(Character::isLetter) && spelling.length() < 7) {
                Units.ucum(spelling).ifPresent(u -> PARTS.put(spelling, u));
            }
            Units.ucum(spelling).ifPresent(all::add);
        }
        for (Measurand m : Measurands.bundled().all()) {
            all.add(m.unit());
            m.conversions().forEach(c -> all.add(c.unit()));
        }
        all.stream().sorted().forEach(u -> PARTS.putIfAbsent(UnitNames.part(u), u));
        List.of("", "a", "month", "day").forEach(PARTS::remove);
        PARTS.put("years", "a");
        PARTS.put("yrs", "a");
        PARTS.put("yr", "a");
        PARTS.put("months", "mo");
        PARTS.put("c", "Cel");
        PARTS.put("f", "[degF]");
    }

    /**
     * @param header as the file has it
     * @param values of the column, ascending, finite; the concept must be able to have them
     */
    static Optional<Match> ofNumbers(String header, double[] values) {
        Headed headed = headed(header);
        List<String> ids = new ArrayList<>(candidates(header));
        ids.addAll(candidates(headed.words()));
        for (String id : ids) {
            if (id.equals(AGE) && values[0] >= 0 && values[values.length - 1] <= 125) {
                return Optional.of(new Match(AGE, "a", false));
            }
            boolean years = headed.unit().isEmpty() || headed.unit().equals("a");
            if (id.equals(DURATION) && years && values[0] >= 0 && values[values.length - 1] < 100) {
                return Optional.of(new Match(DURATION, "a", headed.unit().isEmpty()));
            }
            Optional<Match> found =
                    Measurands.bundled().find(id).flatMap(m -> unit(m, headed.unit(), values));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The unit in which the values are possible: the header's, or the first of the quantity's. */
    private static Optional<Match> unit(Measurand m, String told, double[] values) {
        List<String> units = new ArrayList<>(List.of(m.unit()));
        m.conversions().stream().map(UnitConversion::unit).forEach(units::add);
        if (!told.isEmpty()) {
            units.retainAll(List.of(told));
        }
        double median = values[values.length / 2];
        boolean pounds = told.isEmpty() && m.id().equals("weight") && median > HEAVIEST_MEDIAN;
        if (pounds) {
            units.remove(m.unit());
        }
        return units.stream()
                .filter(u -> possible(m, u, values) >= POSSIBLE)
                .findFirst()
                .map(u -> new Match(m.id(), u, told.isEmpty()));
    }

    private static double possible(Measurand m, String unit, double[] values) {
        long n =
                Arrays.stream(values)
                        .filter(v -> m.toCanonical(v, unit).filter(m::mayBe).isPresent())
                        .count();
        return n / (double) values.length;
    }

    /**
     * @param levels of the column
     */
    static Optional<String> ofLevels(String header, List<String> levels) {
        List<String> ids = new ArrayList<>(candidates(header));
        HAS.matcher(String.join(" ", HeaderWords.of(header)))
                .results()
                .forEach(
                        m -> {
                            ids.addAll(candidates(m.group(1)));
                            ids.add(CLASS + m.group(1).replace(' ', '-'));
                        });
        ids.removeIf(id -> id.startsWith(CLASS) && Catalogue.bundled().find(id).isEmpty());
        return ids.stream()
                .filter(id -> !id.equals(AGE) && levels.size() <= most(id))
                .filter(id -> named(id, header))
                .filter(
                        id ->
                                Measurands.bundled()
                                        .find(id)
                                        .map(m -> m.unit().isEmpty())
                                        .orElse(true))
                .findFirst();
    }

    /** What a header must say of concepts that hold two things, of which a column is one. */
    private static final Map<String, Pattern> NARROWER =
            Map.of("gestational-diabetes", Pattern.compile("(?i).*(?:diab|gdm).*"));

    private static boolean named(String id, String header) {
        return !NARROWER.containsKey(id) || NARROWER.get(id).matcher(header).matches();
    }

    /** Beginning of the ids of classes of drugs. */
    static final String CLASS = "class:";

    /** Words of a header before what somebody has or takes. */
    private static final Pattern HAS =
            Pattern.compile("^(?:has|had|takes|taking|on|hx|hx of|history of|dx|diagnosed) (.+)$");

    /** Answers that a column of a concept has: a condition is there or not. */
    private static int most(String id) {
        Optional<Concept.Kind> kind = Catalogue.bundled().find(id).map(Concept::kind);
        if (kind.equals(Optional.of(Concept.Kind.CONDITION))) {
            return 2;
        }
        // of a class of drugs each ingredient is an answer
        return kind.equals(Optional.of(Concept.Kind.DRUG_CLASS)) ? LevelCells.MOST_LEVELS : 8;
    }
}
