package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Places.Kind;
import org.anamnesis.interpret.Places.Named;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Populations;

/**
 * Whose people they are: those of the United States. Another country's only when the user says that
 * US figures shall be borrowed for it; else, and for parts of the country, a problem that says what
 * can be had.
 */
final class PopulationWords {
    private static final Phrases US =
            new Phrases(
                    List.of(
                            "usa",
                            "united states of america",
                            "united states",
                            "u . s",
                            "u . s . a",
                            "american",
                            "americans",
                            "america",
                            "nhanes"));

    private static final Set<String> US_NOUNS =
            Set.of(
                    "population",
                    "adults",
                    "people",
                    "patients",
                    "residents",
                    "citizens",
                    "women",
                    "men",
                    "children",
                    "based",
                    "data",
                    "figures",
                    "numbers",
                    "microdata",
                    "values");

    private static final Set<String> BORROW =
            Set.of(
                    "borrow",
                    "borrows",
                    "borrowed",
                    "borrowing",
                    "proxy",
                    "proxies",
                    "substitute",
                    "substitutes",
                    "substituting");

    /** Say the same before US figures: "based on US data". */
    private static final Set<String> REST_ON =
            Set.of("on", "with", "use", "using", "by", "take", "from");

    private static final String SHOWN =
            "demo|demonstration|course|class|audience|client|customer|team|workshop|conference|colleagues?"
                    + "|university|journal|office|partner|sponsor|students?|lecture|meeting";

    private final Draft draft;
    private final Sentence s;
    private final String current;

    private PopulationWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current.population();
    }

    static void find(Draft draft, CohortSpec current) {
        new PopulationWords(draft, current).find();
    }

    private void find() {
        List<int[]> us = new ArrayList<>();
        List<Named> places = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (!s.free(i) || s.inConcept(i)) {
                continue;
            }
            Optional<Named> place = Places.at(s, i).filter(p -> s.free(p.from(), p.to()));
            int to = place.isPresent() ? -1 : us(i);
            if (to > 0) {
                us.add(new int[] {i, to});
            } else if (place.isPresent() && (purpose(place.get()) || givenUp(place.get()))) {
                s.use(place.get().from(), place.get().to());
            } else if (place.isPresent() && !language(place.get())) {
                places.add(place.get());
            }
            i = Math.max(i, place.map(Named::to).orElse(to) - 1);
        }
        boolean borrowing = borrowing(us);
        boolean lent = false;
        for (Named p : places) {
            lent |= p.place().kind() == Kind.COUNTRY && (borrowing || same(p));
            say(p, borrowing || same(p));
        }
        for (int[] at : us) {
            if (lent) {
                s.use(at[0], US_NOUNS.contains(s.word(at[1])) ? at[1] + 1 : at[1]);
            } else {
                draft.edit(new Edit.SetPopulation(Populations.BASIS), at[0], at[1]);
            }
        }
    }

    /** "for a UK lab demo": where it is shown, not whose people they are. */
    private boolean purpose(Named p) {
        boolean a = s.like(p.from() - 1, "an?|our|my|the|some");
        for (int i = p.to(); a && i < p.to() + 3; i++) {
            if (s.like(i, SHOWN)) {
                return true;
            }
        }
        return false;
    }

    /** "then forget Nigeria: 320 hypertensive patients". */
    private boolean givenUp(Named p) {
        return s.like(p.from() - 1, "forget|scrap|skip|drop")
                || (s.word(p.from() - 1).equals("about") && s.word(p.from() - 2).equals("forget"));
    }

    private boolean same(Named p) {
        return p.place().name().equals(current);
    }

    /** Whether the message says that US figures shall stand in. */
    private boolean borrowing(List<int[]> us) {
        boolean said = false;
        for (int i = 0; i < s.size(); i++) {
            boolean standIn = s.like(i, "stand|standing") && s.like(i + 1, "ins?");
            if (BORROW.contains(s.word(i)) || standIn) {
                if (Words.NEGATION.contains(s.word(i - 1))) {
                    return false;
                }
                s.use(i, standIn ? i + 2 : i + 1);
                said = true;
            }
        }
        return said
                || us.stream()
                        .anyMatch(
                                at ->
                                        US_NOUNS.contains(s.word(at[1]))
                                                && (REST_ON.contains(s.word(at[0] - 1))
                                                        || REST_ON.contains(s.word(at[0] - 2))));
    }

    private void say(Named p, boolean borrowing) {
        String name = p.place().name();
        switch (p.place().kind()) {
            case REGION -> {} // read with the other categories
            case COUNTRY -> {
                if (borrowing) {
                    draft.edit(new Edit.SetPopulation(name), p.from(), p.to());
                    draft.assume(said(Populations.warning(name)));
                } else {
                    String country = Populations.name(name);
                    problem(
                            p,
                            "There are no microdata of %s here, only of the United States."
                                    .formatted(country),
                            "\"borrow the US figures for %s\" (people of the US standing in, labelled so in every file), or the US population"
                                    .formatted(country));
                }
            }
            case WORLD ->
                    problem(
                            p,
                            "There are no microdata of %s here, only of the United States as a whole."
                                    .formatted(name),
                            "the US population, or a country whose place US figures may take: \"borrow the US figures for Germany\"");
            case STATE -> state(p);
            case NODATA ->
                    draft.problem(
                            "request.place.nodata",
                            p.from(),
                            p.to(),
                            "The survey's public files do not tell %s of its people."
                                    .formatted(name),
                            "leave it out, or ask for a census region: \"only the South\"");
        }
    }

    private void state(Named p) {
        String region = p.place().region();
        problem(
                p,
                "The people of %s cannot be told apart here.".formatted(p.place().name())
                        + (region.isEmpty()
                                ? ""
                                : " It lies in the %s, one of four census regions."
                                        .formatted(region)),
                region.isEmpty()
                        ? "the US population, or leave the population out"
                        : "\"only the %s\" (drawn from race and ethnicity, labelled as borrowed), or the US population"
                                .formatted(region));
    }

    private void problem(Named p, String message, String suggestion) {
        draft.problem("request.population.unknown", p.from(), p.to(), message, suggestion);
    }

    private static String said(String warning) {
        return Character.toUpperCase(warning.charAt(0)) + warning.substring(1) + ".";
    }

    /** "answer in German", "Spanish speaking": a language and no people. */
    private boolean language(Named p) {
        boolean last = p.to() >= s.size() || !s.like(p.to(), "[a-z]+");
        boolean in = s.word(p.from() - 1).equals("in");
        boolean tells = s.like(p.from() - 2, "answer|reply|respond|speak|talk|write|me|it|that");
        return in && tells && last;
    }

    /** "US" in capitals, or in lower case where it cannot be the pronoun. */
    private int us(int i) {
        int to = s.afterAny(i, US);
        if (to > 0) {
            return to;
        }
        boolean capitals = s.quote(i, i + 1).equals("US");
        boolean noun = s.word(i - 1).equals("the") || US_NOUNS.contains(s.word(i + 1));
        return s.word(i).equals("us") && (capitals || noun) ? i + 1 : -1;
    }
}
