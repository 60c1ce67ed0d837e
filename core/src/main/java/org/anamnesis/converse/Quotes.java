package org.anamnesis.converse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Phrase;

/**
 * The user's own words in place of ours, for problems: those of this message, and those of earlier
 * ones, which are said to be earlier.
 */
final class Quotes {
    private static final String EARLIER = " (said before)";

    private final Map<String, String> ours = new LinkedHashMap<>();

    private Quotes() {}

    /** Of one message, said to a specification. */
    static Quotes of(String message, CohortSpec before, Reader reader) {
        Quotes quotes = new Quotes();
        quotes.add(message, before, reader, "");
        return quotes;
    }

    /** Of a message and of all that led to the present specification. */
    static Quotes of(Conversation heard, String message, Reader reader) {
        Quotes quotes = of(message, heard.spec(), reader);
        for (int n = heard.number(); n > 0; n--) {
            Version v = heard.versions().get(n);
            CohortSpec before = heard.versions().get(v.before().orElse(n - 1)).spec();
            if (v.undone().isEmpty()) {
                quotes.add(v.message(), before, reader, EARLIER);
            }
        }
        return quotes;
    }

    private void add(String message, CohortSpec before, Reader reader, String when) {
        Reading reading = reader.read(message, before);
        List<Reading.Quoted> edits =
                reading instanceof Reading.Understood u
                        ? u.edits()
                        : reading instanceof Reading.NotUnderstood n ? n.edits() : List.of();
        for (Reading.Quoted q : edits) {
            String quote = q.quote().strip();
            if (!quote.isEmpty()) {
                add(q.edit(), "\u201c" + quote + "\u201d" + when);
            }
        }
    }

    private void add(Edit edit, String quote) {
        if (edit instanceof Edit.SetCondition c) {
            ours.putIfAbsent(c.condition(), quote);
            ours.putIfAbsent(Words.named(c.condition()), quote);
        }
        if (edit instanceof Edit.AddConstraint a) {
            ours.putIfAbsent(Words.of(a.constraint()), quote);
            if (a.constraint() instanceof Constraint.Mean m) {
                ours.putIfAbsent(Phrase.of(m), quote);
            } else if (a.constraint() instanceof Constraint.Share s) {
                ours.putIfAbsent(Phrase.of(s), quote);
                criterion(s.criterion(), quote);
            } else if (a.constraint() instanceof Constraint.Require r) {
                criterion(r.criterion(), quote);
            }
        }
    }

    private void criterion(Criterion criterion, String quote) {
        ours.putIfAbsent(Words.of(criterion), quote);
        ours.putIfAbsent(Phrase.of(criterion), quote);
    }

    List<Problem> told(List<Problem> problems) {
        return problems.stream().map(this::told).toList();
    }

    /** The same with the user's words where ours were. */
    private Problem told(Problem p) {
        return new Problem(
                p.code(), plain(replaced(p.where())), p.message(), replaced(p.suggestion()));
    }

    private String replaced(String text) {
        StringBuilder out = new StringBuilder();
        List<String> longest =
                ours.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        for (int at = 0; at < text.length(); ) {
            int here = at;
            Optional<String> found =
                    longest.stream()
                            .filter(w -> text.startsWith(w, here) && whole(text, here, w))
                            .findFirst();
            out.append(found.map(ours::get).orElse(text.substring(at, at + 1)));
            at += found.map(String::length).orElse(1);
        }
        return out.toString();
    }

    /** Not within another word or number. */
    private static boolean whole(String text, int at, String words) {
        int end = at + words.length();
        boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return before && after;
    }

    /** One quote needs no marks of its own. */
    private static String plain(String where) {
        boolean one = where.startsWith("\u201c") && where.indexOf('\u201d') == where.length() - 1;
        return one ? where.substring(1, where.length() - 1) : where;
    }
}
