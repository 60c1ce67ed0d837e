package org.anamnesis.interpret;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Proposals as JSON: an object with a list {@code edits}, each an object with the fields of {@link
 * Proposal} in lower case. An item of another form is left out; a text of another form is no answer
 * at all.
 */
public final class Proposals {
    /** Nobody asks for more in one message; an answer that repeats itself does. */
    private static final int MOST = 20;

    private static final int LONGEST_TEXT = 400;

    private Proposals() {}

    /**
     * @return empty if the text is not of the form, or if no item of a list that has some is
     */
    public static Optional<List<Proposal>> read(String text) {
        try {
            Object root = JSON.std.anyFrom(bare(text));
            return root instanceof Map<?, ?> map && map.get("edits") instanceof List<?> items
                    ? proposals(items)
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // whatever a hostile text makes of the reader, it is no answer
            return Optional.empty();
        }
    }

    private static Optional<List<Proposal>> proposals(List<?> items) {
        List<Proposal> all = new ArrayList<>();
        for (Object item : items) {
            Optional<Proposal> one = proposal(item);
            if (one.isPresent() && !all.contains(one.get()) && all.size() < MOST) {
                all.add(one.get());
            }
        }
        return all.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** Without the fence that models like to put around JSON. */
    private static String bare(String text) {
        String t = text.strip();
        if (t.startsWith("```") && t.endsWith("```") && t.indexOf('\n') > 0) {
            return t.substring(t.indexOf('\n'), t.length() - 3);
        }
        return t;
    }

    /** One of them, from values of JSON; empty if it is of another form. */
    public static Optional<Proposal> proposal(Object item) {
        if (!(item instanceof Map<?, ?> m)) {
            return Optional.empty();
        }
        Optional<Proposal.Kind> kind = named(Proposal.Kind.values(), m.get("kind"));
        Object compared = m.get("comparison");
        Optional<Proposal.Compared> comparison =
                named(Proposal.Compared.values(), absent(compared) ? "none" : compared);
        List<Optional<OptionalDouble>> numbers =
                List.of(number(m.get("number")), number(m.get("second")), number(m.get("percent")));
        List<Optional<String>> texts =
                List.of(text(m.get("id")), text(m.get("level")), text(m.get("unit")));
        Object negated = m.get("negated");
        boolean complete =
                kind.isPresent()
                        && comparison.isPresent()
                        && numbers.stream().allMatch(Optional::isPresent)
                        && texts.stream().allMatch(Optional::isPresent)
                        && (negated == null || negated instanceof Boolean)
                        && m.get("quote") instanceof String;
        return complete
                ? Optional.of(
                        new Proposal(
                                kind.get(),
                                texts.get(0).get(),
                                texts.get(1).get(),
                                comparison.get(),
                                numbers.get(0).get(),
                                numbers.get(1).get(),
                                texts.get(2).get(),
                                numbers.get(2).get(),
                                Boolean.TRUE.equals(negated),
                                (String) m.get("quote")))
                : Optional.empty();
    }

    private static boolean absent(Object value) {
        return value == null || value.equals("");
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, Object name) {
        for (E e : all) {
            if (e.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** No text is an empty one; anything else or a long one is wrong. */
    private static Optional<String> text(Object value) {
        if (value == null) {
            return Optional.of("");
        }
        return value instanceof String s && s.length() <= LONGEST_TEXT
                ? Optional.of(s)
                : Optional.empty();
    }

    private static Optional<OptionalDouble> number(Object value) {
        if (value == null) {
            return Optional.of(OptionalDouble.empty());
        }
        return value instanceof Number n && Double.isFinite(n.doubleValue())
                ? Optional.of(OptionalDouble.of(n.doubleValue()))
                : Optional.empty();
    }

    /** The same as values of JSON, which {@link #proposal} gives back. */
    public static Map<String, Object> object(Proposal p) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("kind", p.kind().name().toLowerCase(Locale.ROOT));
        m.put("id", p.id());
        m.put("level", p.level());
        m.put("comparison", p.comparison().name().toLowerCase(Locale.ROOT));
        p.number().ifPresent(n -> m.put("number", n));
        p.second().ifPresent(n -> m.put("second", n));
        m.put("unit", p.unit());
        p.percent().ifPresent(n -> m.put("percent", n));
        m.put("negated", p.negated());
        m.put("quote", p.quote());
        return m;
    }
}
