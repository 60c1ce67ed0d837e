package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Question;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "where does the 7.5 cutoff come from?" of a limit that the user set: it is the user's own, and
 * what the guidelines on file say of it stands beside.
 */
final class AskedLimit {
    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i)\\W*(?:(?:and|but|so|ok|btw|hm+|wait|sorry)\\W+)*(?:where|who|what|which|why|how come|whose|is|are|from where)\\b.*");
    private static final Pattern CUTOFF =
            Pattern.compile("(?i).*\\b(?:cut ?-?offs?|thresholds?|limits?|bounds?)\\b.*");
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "(?i).*\\b(?:from|come|comes|source|sources|based|basis|why|who|chosen|chose|set|decided|picked|guideline|reason|reference|where)\\b.*");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}0-9.])-?[0-9]+(?:[.,][0-9]+)?");
    private static final int LONGEST = 120;

    private AskedLimit() {}

    /**
     * Empty if the message does not ask this of a number that stands in a limit.
     *
     * @param heard the conversation with the message at its end
     */
    static Optional<Answer> of(Conversation heard, String message, World world) {
        boolean asks =
                message.length() <= LONGEST
                        && ASKS.matcher(message).matches()
                        && CUTOFF.matcher(message).matches()
                        && ORIGIN.matcher(message).matches();
        Matcher number = NUMBER.matcher(message);
        if (!asks || !number.find()) {
            return Optional.empty();
        }
        String said = number.group();
        double value = Double.parseDouble(said.replace(',', '.'));
        boolean more = number.find();
        Optional<Constraint> limit =
                heard.spec().constraints().stream()
                        .filter(c -> !more && ends(c, value))
                        .reduce((a, b) -> b);
        return limit.map(c -> answer(heard, c, said, world));
    }

    private static Answer answer(Conversation heard, Constraint c, String said, World world) {
        List<String> lines = new ArrayList<>();
        String plain = said.replaceFirst("^-", "");
        List<String> messages = heard.messages().subList(0, heard.messages().size() - 1);
        for (int i = messages.size() - 1; i >= 0 && lines.isEmpty(); i--) {
            if (messages.get(i).contains(plain) && !messages.get(i).strip().endsWith("?")) {
                lines.add("you said: \"%s\"".formatted(messages.get(i).strip()));
            }
        }
        CohortSpec spec = heard.spec();
        String subject = Edit.Forget.about(c).subject();
        Optional<String> observation = Measurands.bundled().find(subject).map(m -> m.id());
        observation
                .flatMap(
                        o ->
                                world.known(
                                        new Question.Target(spec.condition(), Optional.of(o)),
                                        spec))
                .ifPresent(a -> lines.add(a.text()));
        spec.condition()
                .flatMap(k -> world.known(new Question.Definition(k, Optional.empty()), spec))
                .ifPresent(
                        a -> {
                            lines.add(a.text());
                            lines.addAll(a.lines());
                        });
        return new Answer(
                "That limit is your own; it was not taken from the evidence.",
                lines,
                Typed.object("kind", "limit", "of", subject));
    }

    private static boolean ends(Constraint c, double value) {
        if (!(c instanceof Constraint.Require r)) {
            return false;
        }
        if (r.criterion() instanceof Criterion.AgeBetween a) {
            return near(a.minYears(), value, 1) || near(a.maxYears(), value, 1);
        }
        if (!(r.criterion() instanceof Criterion.ObservationWithin o)) {
            return false;
        }
        double step =
                Measurands.bundled()
                        .find(o.observation())
                        .map(m -> Math.pow(10, -m.decimals()))
                        .orElse(1.0);
        return near(o.range().low(), value, step) || near(o.range().high(), value, step);
    }

    /** "over 7.5" begins one step beyond it; a T-score is often said without its sign. */
    private static boolean near(double end, double value, double step) {
        return Double.isFinite(end)
                && (Math.abs(end - value) <= step * 1.001 || Math.abs(end + value) <= step * 1.001);
    }
}
