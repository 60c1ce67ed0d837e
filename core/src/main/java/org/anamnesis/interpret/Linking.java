package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.OpenPhrases.Open;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Edit;

/**
 * Phrases that the rules did not know, looked up by meaning. What is clear is read as if the
 * concept's name stood there; what is not is asked, each choice being what its reading does.
 */
final class Linking {
    private static final int ASKED = 3;

    /** Tokens of a message that may be all one phrase. */
    private static final int SHORT = 12;

    private final Vocabulary vocabulary;
    private final Linker linker;

    Linking(Vocabulary vocabulary, Linker linker) {
        this.vocabulary = vocabulary;
        this.linker = linker;
    }

    /** A phrase and what the linker said of it. */
    private record Phrase(Open open, String quote, Link link) {
        List<Link.Near> near() {
            return link instanceof Link.Clear c
                    ? List.of(c.near())
                    : link instanceof Link.Unclear u
                            ? u.nearest().subList(0, Math.min(ASKED, u.nearest().size()))
                            : List.of();
        }
    }

    /**
     * @param rules what the rules alone made of it
     * @param again reads the message with some of its words exchanged
     */
    Reading over(Draft draft, Reading rules, Function<List<Exchange>, Reading> again) {
        Sentence s = draft.sentence;
        if (s.foreign() || s.definition() || noise(s, rules)) {
            return rules; // names and model are English; prose has other words everywhere
        }
        List<Phrase> known = new ArrayList<>();
        Optional<String> trouble = Optional.empty();
        for (List<Open> tries : OpenPhrases.of(draft)) {
            Phrase phrase = phrase(s, tries);
            if (!phrase.near().isEmpty()) {
                known.add(phrase);
            } else if (phrase.link() instanceof Link.Unavailable u) {
                trouble = Optional.of(u.why());
            }
        }
        Reading read = known.isEmpty() ? rules : linked(known, rules, again);
        return trouble.isPresent() ? with(read, trouble.get()) : read;
    }

    private static boolean noise(Sentence s, Reading rules) {
        return s.size() > SHORT
                && rules instanceof Reading.NotUnderstood n
                && n.problems().stream().anyMatch(p -> p.code().equals("request.noise"));
    }

    /** The first of the tries that is clear; else the first that can be asked; else the whole. */
    private Phrase phrase(Sentence s, List<Open> tries) {
        Optional<Phrase> asked = Optional.empty();
        for (Open open : tries) {
            Link link = link(s, open);
            Phrase phrase = new Phrase(open, s.quote(open.from(), open.to()), link);
            if (link instanceof Link.Clear || link instanceof Link.Unavailable) {
                return phrase;
            }
            boolean ask = open.asked() && link instanceof Link.Unclear;
            asked = asked.or(() -> ask ? Optional.of(phrase) : Optional.empty());
        }
        Open whole = tries.get(0);
        return asked.orElseGet(
                () ->
                        new Phrase(
                                whole,
                                s.quote(whole.from(), whole.to()),
                                new Link.Foreign(List.of())));
    }

    /**
     * As what its place says; what is foreign there is, behind "with", anything else that is clear.
     */
    private Link link(Sentence s, Open open) {
        String words =
                s.english(open.from(), open.to()).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        Link placed = fit(s, open, linker.link(words, open.kinds()));
        if (!(placed instanceof Link.Foreign) || !open.kinds().equals(EnumSet.of(Kind.CONDITION))) {
            return placed;
        }
        Link any = fit(s, open, linker.link(words, EnumSet.allOf(Kind.class)));
        return any instanceof Link.Clear ? any : placed;
    }

    /**
     * Where the rules know a part of the phrase: a name of another kind ("osteoporosis tablets")
     * says nothing of the whole; one of the same kind stands, unless the whole is clearly something
     * else, which is asked.
     */
    private static Link fit(Sentence s, Open open, Link link) {
        List<Concept> named =
                s.named().stream()
                        .filter(n -> n.from() >= open.from() && n.to() <= open.to())
                        .map(Sentence.Named::concept)
                        .toList();
        if (link instanceof Link.Clear c && named.contains(c.near().concept())) {
            return new Link.Foreign(List.of()); // the rules know it already; the rest stays unread
        }
        boolean panel = open.kinds().contains(Kind.OBSERVATION) && panel(s, open);
        Optional<Concept> same =
                named.stream().filter(c -> open.kinds().contains(c.kind())).findFirst();
        if (same.isEmpty() && !panel) {
            return named.isEmpty() || link instanceof Link.Clear || !open.asked()
                    ? link
                    : strict(open, link);
        }
        if (same.isPresent() && link instanceof Link.Clear c) {
            return new Link.Unclear(List.of(c.near(), new Link.Near(same.get(), 1)));
        }
        return new Link.Foreign(List.of());
    }

    /** "kidney function" names several observations, none of them alone. */
    private static boolean panel(Sentence s, Open open) {
        for (int i = open.from(); i < open.to(); i++) {
            if (s.afterAny(i, Panels.NAMES) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What is no drug is asked about only where its place says that it is one. */
    private static Link strict(Open open, Link link) {
        return open.kinds().contains(Kind.DRUG_CLASS) ? link : new Link.Foreign(List.of());
    }

    private Reading linked(
            List<Phrase> phrases, Reading rules, Function<List<Exchange>, Reading> again) {
        List<Exchange> usual = phrases.stream().map(p -> exchange(p, p.near().get(0))).toList();
        Reading read = again.apply(usual);
        if (!(read instanceof Understood u)) {
            return read instanceof Reading.Question ? rules : read;
        }
        List<String> assumed = new ArrayList<>(u.assumptions());
        List<Clarification> questions = new ArrayList<>();
        List<Reading.Linked> links = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            Phrase p = phrases.get(i);
            List<Exchange> others = new ArrayList<>(usual);
            others.remove(i);
            Set<Edit> without = edits(again.apply(others));
            if (without.containsAll(edits(u))) {
                continue; // no edit rests on it
            }
            if (p.link() instanceof Link.Clear c) {
                links.add(new Reading.Linked(p.quote(), c.near()));
                assumed.add(said(p.quote(), c.near()));
            } else {
                questions.add(question(p, others, without, again));
                p.near().forEach(n -> links.add(new Reading.Linked(p.quote(), n)));
            }
        }
        questions.addAll(u.questions());
        return new Understood(u.edits(), assumed, u.ignored(), questions, links);
    }

    private Clarification question(
            Phrase p,
            List<Exchange> others,
            Set<Edit> without,
            Function<List<Exchange>, Reading> again) {
        List<Clarification.Choice> choices = new ArrayList<>();
        for (Link.Near near : p.near()) {
            List<Exchange> chosen = new ArrayList<>(others);
            chosen.add(exchange(p, near));
            List<Edit> edits = new ArrayList<>(edits(again.apply(chosen)));
            edits.removeAll(without);
            choices.add(
                    new Clarification.Choice(name(near.concept()), edits, said(p.quote(), near)));
        }
        String names =
                String.join(", ", choices.stream().map(Clarification.Choice::label).toList());
        choices.add(
                new Clarification.Choice(
                        Clarification.NO, List.of(), "\"" + p.quote() + "\" is left out."));
        boolean one = choices.size() == 2;
        return new Clarification(
                p.quote(),
                one ? "Is this " + choices.get(0).label() + "?" : "Which of these is meant?",
                choices,
                Optional.of(
                        new Problem(
                                "request.phrase.unclear",
                                p.quote(),
                                "This is no name that is known, and not near enough to one to be"
                                        + " taken for it.",
                                "nearest names: " + names)));
    }

    private Exchange exchange(Phrase p, Link.Near near) {
        return new Exchange(p.open().from(), p.open().to(), readable(near.concept()));
    }

    /** The first of the concept's names that is read as it and nothing else. */
    private String readable(Concept concept) {
        List<String> names = new ArrayList<>();
        names.add(concept.name());
        concept.synonyms().forEach(n -> names.add(n.replaceFirst("^=", "")));
        return names.stream()
                .filter(
                        n -> {
                            List<Vocabulary.Mention> found = vocabulary.find(n);
                            return found.size() == 1
                                    && found.get(0).concept().equals(concept)
                                    && found.get(0).words().length() == n.length();
                        })
                .findFirst()
                .orElse(concept.name());
    }

    private static Set<Edit> edits(Reading reading) {
        List<Quoted> quoted =
                reading instanceof Understood u
                        ? u.edits()
                        : reading instanceof Reading.NotUnderstood n ? n.edits() : List.of();
        Set<Edit> edits = new LinkedHashSet<>();
        quoted.forEach(q -> edits.add(q.edit()));
        return edits;
    }

    private static String said(String quote, Link.Near near) {
        return String.format(
                Locale.ROOT,
                "\"%s\" is read as %s, the nearest name (similarity %.2f).",
                quote,
                name(near.concept()),
                near.similarity());
    }

    /** As it stands within a sentence; abbreviations keep their capitals. */
    private static String name(Concept concept) {
        String name = concept.name();
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    private static Reading with(Reading reading, String trouble) {
        if (reading instanceof Understood u) {
            List<String> assumed = new ArrayList<>(u.assumptions());
            assumed.add(trouble);
            return new Understood(u.edits(), assumed, u.ignored(), u.questions(), u.links());
        }
        if (reading instanceof Reading.NotUnderstood n && !n.problems().isEmpty()) {
            List<Problem> problems = new ArrayList<>(n.problems());
            Problem last = problems.remove(problems.size() - 1);
            problems.add(
                    new Problem(
                            last.code(),
                            last.where(),
                            last.message(),
                            last.suggestion() + " (" + trouble + ")"));
            return new Reading.NotUnderstood(problems, n.edits(), n.instead());
        }
        return reading;
    }
}
