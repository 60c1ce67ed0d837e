package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which numbers of an answer come from which source, so that a door can let each lead there. Only
 * figures that the typed answer holds with their source are cited; a number that two sources share,
 * or that nobody claims, is left alone.
 */
public final class CitedNumbers {
    /** A number of one digit says too little by itself to be known again further down. */
    private static final int TELLING = 2;

    private static final Pattern ADDRESS = Pattern.compile("<[^>]*>");

    /** Sources of an answer and its lines, in which numbers name them. */
    public record Told(List<List<Part>> lines, List<Cite> sources) {}

    /**
     * Who says so.
     *
     * @param title of the source
     * @param url where it is; empty if nowhere
     * @param whose figures: population, years, number; empty if not stated
     */
    public record Cite(String title, String url, String whose) {}

    /**
     * A piece of a line.
     *
     * @param source position among the sources; −1 if it has none
     */
    public record Part(String text, int source) {
        public boolean cited() {
            return source >= 0;
        }
    }

    private final List<Cite> sources = new ArrayList<>();

    /** By figure as it is shown: who claims it, and whether it is what was asked for. */
    private final Map<Double, Set<Integer>> claims = new HashMap<>();

    private final Set<Double> asked = new HashSet<>();

    private CitedNumbers() {}

    /**
     * @param lines of a reply, the first one the answer in a sentence
     * @param typed the same answer, typed
     * @param language of the lines, ISO 639-1
     */
    public static Told of(List<String> lines, Map<?, ?> typed, String language) {
        var cited = new CitedNumbers();
        cited.collect(typed, Optional.empty());
        Pattern numbers = numbers(language);
        List<List<Part>> told = new ArrayList<>();
        boolean change = "what-if".equals(typed.get("kind")); // its first line is the user's own
        for (String line : lines) {
            told.add(
                    change && told.isEmpty()
                            ? List.of(new Part(line, -1))
                            : cited.parts(line, told.isEmpty(), numbers));
        }
        return cited.used(told);
    }

    /** Sources to which no number leads are not listed. */
    private Told used(List<List<Part>> lines) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<List<Part>> told = new ArrayList<>();
        for (List<Part> line : lines) {
            List<Part> parts = new ArrayList<>();
            for (Part p : line) {
                parts.add(
                        p.cited()
                                ? new Part(
                                        p.text(),
                                        places.computeIfAbsent(p.source(), s -> places.size()))
                                : p);
            }
            told.add(parts);
        }
        return new Told(told, places.keySet().stream().map(sources::get).toList());
    }

    private void collect(Map<?, ?> typed, Optional<Integer> inherited) {
        Optional<Integer> source = source(typed).or(() -> inherited);
        typed.forEach((key, value) -> collect(String.valueOf(key), value, source));
        // The cohort's own figure beside a published one was counted elsewhere.
        if (typed.get("cohort_counted_in") instanceof String about) {
            Optional<Integer> counted = source(Map.of("about", about));
            collect("own", typed.get("cohort"), counted);
        }
    }

    private void collect(String key, Object value, Optional<Integer> source) {
        if (value instanceof Map<?, ?> m) {
            collect(m, source);
        } else if (value instanceof List<?> all) {
            all.forEach(v -> collect(key, v, source));
        } else if (value instanceof Number n && source.isPresent() && !key.equals("cohort")) {
            double shown = Math.abs(Amounts.rounded(n.doubleValue()));
            for (double figure : new double[] {shown, Math.abs(n.doubleValue())}) {
                claims.computeIfAbsent(figure, k -> new HashSet<>()).add(source.get());
            }
            if (key.equals("figure")) {
                asked.add(shown);
            }
        }
    }

    /** Its place among the sources, if the typed object names one. */
    private Optional<Integer> source(Map<?, ?> typed) {
        Object title =
                typed.get("source_title") == null ? typed.get("about") : typed.get("source_title");
        if (!(title instanceof String said)) {
            return Optional.empty();
        }
        var whose = new StringJoiner("; ");
        for (String key : List.of("population", "years", "n")) {
            Object stated = typed.get(key);
            if (stated != null && !stated.equals("not stated")) {
                whose.add((key.equals("n") ? "n = " : "") + stated);
            }
        }
        Object url = typed.get("source_url");
        var cite = new Cite(said, url == null ? "" : url.toString(), whose.toString());
        if (!sources.contains(cite)) {
            sources.add(cite);
        }
        return Optional.of(sources.indexOf(cite));
    }

    private List<Part> parts(String line, boolean first, Pattern numbers) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        Matcher m = numbers.matcher(line);
        while (m.find()) {
            Optional<Integer> source =
                    addressed(line, m.start()) ? Optional.empty() : claim(m, first);
            if (source.isPresent()) {
                if (m.start() > from) {
                    parts.add(new Part(line.substring(from, m.start()), -1));
                }
                parts.add(new Part(m.group(), source.get()));
                from = m.end();
            }
        }
        if (from < line.length() || parts.isEmpty()) {
            parts.add(new Part(line.substring(from), -1));
        }
        return parts;
    }

    private static boolean addressed(String line, int at) {
        return ADDRESS.matcher(line).results().anyMatch(r -> r.start() < at && at < r.end());
    }

    private Optional<Integer> claim(Matcher number, boolean first) {
        String decimals =
                number.group("decimals") == null ? "" : number.group("decimals").substring(1);
        String whole = number.group("whole").replaceAll("\\D", "");
        double shown = Double.parseDouble(whole + "." + decimals + "0");
        String digits = (whole + decimals).replaceFirst("^0+", "");
        boolean telling = digits.length() >= TELLING || (first && asked.contains(shown));
        Set<Integer> by = claims.getOrDefault(shown, Set.of());
        return telling && by.size() == 1 ? Optional.of(by.iterator().next()) : Optional.empty();
    }

    /** As {@link Tongue} writes them; not within a word or a date. */
    private static Pattern numbers(String language) {
        String group =
                switch (language) {
                    case "de" -> "\\.";
                    case "es", "fr" -> "\\u202F";
                    default -> ",";
                };
        String point = "en zh".contains(language) ? "\\." : ",";
        return Pattern.compile(
                "(?<![\\p{L}\\d.,-])(?<whole>\\d{1,3}(?:"
                        + group
                        + "\\d{3})+|\\d+)(?<decimals>"
                        + point
                        + "\\d+)?(?![\\p{L}\\d]|-\\p{L}|[.,]\\d)");
    }
}
