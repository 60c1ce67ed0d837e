package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of a sentence with places for what they are about, as {@code idioms.tsv} writes them:
 * {@code a/b} one of them, {@code a_b} two words, {@code [a]} may be missing, {@code @name} a set
 * of the table, {@code {obs}} and its like a name or number (in brackets it may be missing), {@code
 * ..} up to three words more, {@code ^} and {@code $} the ends of a clause.
 */
final class IdiomPattern {
    private static final int GAP = 3;
    private static final Set<String> OPEN =
            Set.of(
                    "and but then so please now ok okay also , . ; : ! ? ( ) — plus just"
                            .split(" "));
    private static final Set<String> CLOSE =
            Set.of(
                    ("and but please now then thanks thank , . ; : ! ? ( ) — instead though while too"
                                    + " for in")
                            .split(" "));

    private sealed interface Element {
        /**
         * One of some words, each one or several tokens.
         *
         * @param byFirst by the first token, each in the order of the table
         */
        record Word(
                List<List<String>> choices,
                Map<String, List<List<String>>> byFirst,
                boolean optional)
                implements Element {
            Word(List<List<String>> choices, boolean optional) {
                this(
                        choices,
                        choices.stream().collect(Collectors.groupingBy(c -> c.get(0))),
                        optional);
            }
        }

        /** A name or number. */
        record Place(IdiomPlaces.Kind kind, boolean many, boolean optional) implements Element {}

        /** {@code ..}. */
        record Gap() implements Element {}

        /** {@code ^} and {@code $}. */
        record Edge(boolean start) implements Element {}
    }

    /** Tokens {@code from} to {@code to - 1}. */
    record Span(int from, int to) {}

    /** A match with what stands in its places, in order. */
    record Match(int from, int to, List<Span> places) {}

    private final List<Element> elements = new ArrayList<>();

    /**
     * @param sets by name, the words that it stands for
     */
    IdiomPattern(String written, Map<String, String> sets) {
        for (String part : written.strip().split(" +")) {
            elements.add(element(part, sets));
        }
    }

    private static Element element(String part, Map<String, String> sets) {
        if (part.equals("^") || part.equals("$")) {
            return new Element.Edge(part.equals("^"));
        }
        if (part.equals("..")) {
            return new Element.Gap();
        }
        boolean optional = part.startsWith("[");
        String inner = optional ? part.substring(1, part.length() - 1) : part;
        if (inner.startsWith("{")) {
            boolean many = inner.endsWith("+}");
            String kind = inner.substring(1, inner.length() - (many ? 2 : 1));
            return new Element.Place(IdiomPlaces.Kind.of(kind), many, optional);
        }
        List<List<String>> choices = new ArrayList<>();
        for (String choice : inner.split("/(?=.)")) {
            String words = choice.startsWith("@") ? set(choice, sets) : choice;
            for (String one : words.split("/(?=.)")) {
                choices.add(List.of(one.split("_")));
            }
        }
        return new Element.Word(choices, optional);
    }

    private static String set(String name, Map<String, String> sets) {
        if (!sets.containsKey(name)) {
            throw new IllegalStateException("no set of words " + name);
        }
        return sets.get(name);
    }

    /** Words with which a match can begin; empty where it can be anything. */
    List<String> firsts() {
        List<String> firsts = new ArrayList<>();
        for (Element e : elements) {
            if (e instanceof Element.Edge) {
                continue;
            }
            if (!(e instanceof Element.Word w)) { // whether it may be missing or not
                return List.of();
            }
            w.choices().forEach(c -> firsts.add(c.get(0)));
            if (!w.optional()) {
                return firsts;
            }
        }
        return List.of();
    }

    /** What must stand where a match begins; empty if that is a word. */
    Optional<IdiomPlaces.Kind> place() {
        int first = elements.get(0) instanceof Element.Edge ? 1 : 0;
        return elements.get(first) instanceof Element.Place p && !p.optional()
                ? Optional.of(p.kind())
                : Optional.empty();
    }

    /** Patterns with the same sets of words. */
    static List<IdiomPattern> all(Map<String, String> sets, String... written) {
        return Stream.of(written).map(w -> new IdiomPattern(w, sets)).toList();
    }

    /** What of several matches here, in their order. */
    static Stream<Match> matches(List<IdiomPattern> all, Sentence s, int from) {
        return all.stream().flatMap(p -> p.match(s, from).stream());
    }

    Optional<Match> match(Sentence s, int from) {
        List<Span> places = new ArrayList<>();
        int to = match(s, from, 0, places);
        return to > from ? Optional.of(new Match(from, to, List.copyOf(places))) : Optional.empty();
    }

    private int match(Sentence s, int at, int k, List<Span> places) {
        if (k == elements.size()) {
            return at;
        }
        Element e = elements.get(k);
        if (e instanceof Element.Edge edge) {
            boolean here =
                    edge.start()
                            ? at == 0 || OPEN.contains(s.word(at - 1))
                            : at >= s.size() || CLOSE.contains(s.word(at));
            return here ? match(s, at, k + 1, places) : -1;
        }
        if (e instanceof Element.Gap) {
            return gap(s, at, k, places);
        }
        if (e instanceof Element.Place p) {
            return place(s, at, p, k, places);
        }
        Element.Word w = (Element.Word) e;
        for (List<String> choice : w.byFirst().getOrDefault(word(s, at), List.of())) {
            int after = after(s, at, choice);
            int to = after < 0 ? -1 : match(s, after, k + 1, places);
            if (to >= 0) {
                return to;
            }
        }
        return w.optional() ? match(s, at, k + 1, places) : -1;
    }

    private int place(Sentence s, int at, Element.Place p, int k, List<Span> places) {
        Optional<Span> span = IdiomPlaces.at(s, at, p.kind(), p.many());
        if (span.isPresent()) {
            places.add(span.get());
            int to = match(s, span.get().to(), k + 1, places);
            if (to >= 0) {
                return to;
            }
            places.remove(places.size() - 1);
        }
        return p.optional() ? match(s, at, k + 1, places) : -1;
    }

    private int gap(Sentence s, int at, int k, List<Span> places) {
        for (int gap = 0; gap <= GAP; gap++) {
            int to = match(s, at + gap, k + 1, places);
            boolean word = s.at(at + gap).kind() == Token.Kind.WORD && !s.inConcept(at + gap);
            if (to >= 0 || !word) {
                return to;
            }
        }
        return -1;
    }

    /** A number in letters as it was written. */
    static String word(Sentence s, int i) {
        boolean letters = s.at(i).number() && Character.isLetter(s.word(i).charAt(0));
        return letters ? s.english(i, i + 1).toLowerCase(Locale.ROOT) : s.word(i);
    }

    private static int after(Sentence s, int at, List<String> words) {
        for (int k = 0; k < words.size(); k++) {
            if (!word(s, at + k).equals(words.get(k)) || s.inConcept(at + k)) {
                return -1;
            }
        }
        return at + words.size();
    }
}
