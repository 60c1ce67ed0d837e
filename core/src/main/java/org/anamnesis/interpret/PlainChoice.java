package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Regular expressions that are no more than some words, such as {@code women|woman|females?}: they
 * are looked up, which is many times faster than to try one after the other.
 */
final class PlainChoice {
    /** Letters and digits, of which one may be missing, and signs that stand for themselves. */
    private static final Pattern PLAIN =
            Pattern.compile("(?:[\\p{IsLatin}0-9]\\??|[ %',:;!<>=/|-])*");

    /** More forms of one word are left to the expression. */
    private static final int FORMS = 16;

    private PlainChoice() {}

    /** Whether a whole word is what a regular expression says. */
    static Predicate<String> of(String expression) {
        return words(expression)
                .<Predicate<String>>map(w -> w::contains)
                .orElseGet(() -> Pattern.compile(expression).asMatchPredicate());
    }

    /** All words that it allows; empty if it is more than some words. */
    private static Optional<Set<String>> words(String expression) {
        if (!PLAIN.matcher(expression).matches()) {
            return Optional.empty();
        }
        Set<String> all = new HashSet<>();
        for (String choice : expression.split("\\|", -1)) {
            List<String> forms = forms(choice);
            if (forms.size() > FORMS) {
                return Optional.empty();
            }
            all.addAll(forms);
        }
        return Optional.of(Set.copyOf(all));
    }

    /** A word with and without each letter that may be missing. */
    private static List<String> forms(String choice) {
        List<String> forms = List.of("");
        for (int i = 0; i < choice.length(); i++) {
            boolean optional = i + 1 < choice.length() && choice.charAt(i + 1) == '?';
            List<String> longer = new ArrayList<>();
            for (String form : forms) {
                longer.add(form + choice.charAt(i));
            }
            if (optional) {
                longer.addAll(forms);
                i++;
            }
            forms = longer;
            if (forms.size() > FORMS) {
                return forms;
            }
        }
        return forms;
    }
}
