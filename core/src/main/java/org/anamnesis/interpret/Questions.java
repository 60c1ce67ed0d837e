package org.anamnesis.interpret;

import java.util.Set;
import org.anamnesis.code.Concept;

/**
 * Tells a question about data from a request for data, by its first words, a verb of making, a
 * number of people, and a few signs that only questions have.
 */
final class Questions {
    private static final Set<String> BEFORE =
            Set.of(
                    ("and so ok okay please hi hello hey , . but well also now then "
                                    + "if mean actually kindly thanks basically essentially"
                                    + " right um uh er look listen oh yeah yes")
                            .split(" "));

    /** A message that begins so asks, whatever follows. */
    private static final Set<String> ASKS =
            Set.of(
                    ("what whats which who whos whose whom when where why how hows "
                                    + "is are was were does do did has had tell define explain "
                                    + "describe calculate compute retrieve determine indicate confirm "
                                    + "cite am enumerate specify")
                            .split(" "));

    /** A message that begins so asks, unless it names a number of people: "list 500 patients". */
    private static final Set<String> MAY_ASK =
            Set.of(
                    ("list count name display record report compare identify check "
                                    + "have at should will prevalence odds definition")
                            .split(" "));

    /** Verbs of wanting, for a cohort or for a fact. */
    private static final Set<String> WANTS =
            Set.of("give get show provide find fetch send need want see".split(" "));

    /** Of people with a number behind "could you" or "might I", as {@link #WANTS} are. */
    private static final Set<String> LENDS = Set.of("let", "draw", "have", "supply", "hand");

    private static final Set<String> MAKE =
            Set.of(
                    ("generate create make produce simulate build synthesize "
                                    + "synthesise generating creating prepare assemble compile"
                                    + " construct draft mock compose fabricate invent conjure"
                                    + " rustle whip knock cook spin recruit enrol enroll")
                            .split(" "));

    /** What is wanted is a fact. */
    private static final Set<String> FACTS =
            Set.of(
                    ("id ids number names name frequent total time times date dates "
                                    + "amount dose how when which what whats whether last first cost "
                                    + "know ward sources source sum definition prevalence survival "
                                    + "changes change difference list evidence guidelines")
                            .split(" "));

    private static final Set<String> FIGURES = FigureQuestions.FIGURES;

    private static final Set<String> ONLY = Set.of("only", "just", "instead", "fewer", "without");
    private static final Set<String> CHANGES =
            Set.of(
                    ("make making set setting change changing put add adding drop "
                                    + "dropping remove removing include including limit limiting "
                                    + "exclude excluding increase raise lower reduce restrict keep "
                                    + "keeping switch swap replace take turn cut double halve narrow "
                                    + "widen extend bump leave skip omit throw without use using go "
                                    + "start undo filter shift")
                            .split(" "));

    private static final Set<String> NEEDS =
            Set.of(
                    "missing", "lacking", "need", "want", "looking", "after", "like", "require",
                    "wish", "have");

    private static final Set<String> OF_OTHERS =
            Set.of("average in among between correlation correlate normal range".split(" "));

    private Questions() {}

    static boolean is(Sentence s) {
        int first = 0;
        while (BEFORE.contains(s.word(first))) {
            first++;
        }
        String word = s.word(first);
        if (UnitSystems.wished(s.english())
                || whoHave(s, first)
                || same(s, first)
                || orderBehind(s, first)) {
            return false;
        }
        if (s.like(first, "should") && s.like(first + 1, "be|have|get|only|rather")) {
            return false; // "should be the other way round"
        }
        if (s.after(first, "how about") > 0 || s.after(first, "what about") > 0) {
            return s.size() <= first + 2 || onlyObservation(s, first + 2);
        }
        if (s.like(first, "can|could|may|might") && s.like(first + 2, "trouble|bother")) {
            return false; // "could I trouble you for ..."
        }
        boolean people = NumberedPeople.in(s);
        if (wishes(s, first) || (people && wantsToSee(s, first))) {
            return false;
        }
        boolean asks = s.word(s.size() - 1).equals("?");
        boolean relative =
                word.equals("who")
                        && s.like(first + 1, "have|has|take|takes|do|dont|never|smoke|also")
                        && !asks;
        boolean own =
                word.equals("define")
                        && s.like(first + 1, "a|an|my|another")
                        && s.like(
                                first + 2,
                                "new|own|custom|condition|variable|column|flag|diagnosis");
        if (relative || own || (Words.like(word, "report|display|show|list") && inUnit(s))) {
            return false; // "report the HbA1c in mmol/mol", "who have had it for 15 years"
        }
        boolean makes = has(s, MAKE, first, first + 7) && !sense(s);
        boolean modal = Set.of("can", "could", "would", "will", "may", "might").contains(word);
        if (changes(s, first, modal)) {
            return false;
        }
        if ((modal && s.word(first + 2).equals("do") && !s.word(first + 1).equals("i"))
                || orders(s, first)) {
            return false;
        }
        boolean wanted = has(s, WANTS, first, first + 4) || has(s, LENDS, first, first + 4);
        if (modal && (makes || (people && wanted))) {
            return false;
        }
        if (modal && has(s, WANTS, first, first + 4) && observations(s)) {
            return false;
        }
        if (modal || onePatient(s) || wonders(s, first) || inside(s, first, makes)) {
            return true;
        }
        if (!people && has(s, WANTS, first, first + 3) && topOfAList(s, first)) {
            return true;
        }
        boolean limit =
                s.after(first, "at most") > 0
                        || s.after(first, "at least") > 0
                        || (word.equals("at") && s.at(first + 1).number()); // "at 250 Hz"
        if (ASKS.contains(word) || (MAY_ASK.contains(word) && !people && !limit)) {
            return true;
        }
        if (!people && has(s, WANTS, first, first + 4) && has(s, FACTS, first + 1, s.size())) {
            return true;
        }
        boolean mark = s.word(s.size() - 1).equals("?");
        boolean figure = !makes && FigureQuestions.is(s, first, people);
        return figure || (mark && !makes && !people);
    }

    /** "and now the same for the men?", "can I have the same in women?": a wish. */
    private static boolean same(Sentence s, int first) {
        int at = first;
        while (s.like(at, "can|could|may|i|we|you|have|get|do|give|me|us|shall|how|about")) {
            at++;
        }
        at = s.word(at).equals("the") ? at + 1 : at;
        return s.word(at).equals("same") && s.like(at + 1, "for|in|with|but|among|on");
    }

    /** "I am planning a trial in CKD. Can you make a cohort of 800?" */
    private static boolean orderBehind(Sentence s, int first) {
        for (int i = first + 1; i < s.size(); i++) {
            boolean start = s.like(i - 1, "[.!;]");
            boolean you = s.like(i, "can|could|would|will") && s.word(i + 1).equals("you");
            int verb = you ? i + 2 : s.word(i).equals("please") ? i + 1 : i;
            verb = s.word(verb).equals("please") ? verb + 1 : verb;
            if (start && MAKE.contains(s.word(verb))) {
                return true;
            }
        }
        return false;
    }

    /** "do the same for men", "do the female equivalent". */
    private static boolean orders(Sentence s, int first) {
        boolean mark = s.word(s.size() - 1).equals("?");
        return s.word(first).equals("do")
                && !mark
                && s.like(first + 1, "the|a|it|that|this|another|not|so");
    }

    /** "who have had their diabetes for 15 years": of those that are there, as a wish. */
    private static boolean whoHave(Sentence s, int first) {
        return s.like(first, "who|whose")
                && s.like(first + 1, "have|take|use|are|had|were|live|smoke|hba1c|bmi|age")
                && hasNumber(s)
                && !s.word(s.size() - 1).equals("?");
    }

    /** "can we get the mean age to 68?", "could you drop the smokers?", "shall we add LDL?" */
    private static boolean changes(Sentence s, int first, boolean modal) {
        int verb = modal && s.like(first + 1, "you|we|it|they|i|u") ? first + 2 : -1;
        for (String phrase :
                new String[] {
                    "why not",
                    "why dont we",
                    "why dont you",
                    "shall we",
                    "is it possible to",
                    "would it be possible to",
                    "could it be possible to",
                    "would you mind",
                    "do you mind",
                    "are you able to",
                    "how about we",
                    "what if we just"
                }) {
            verb = Math.max(verb, s.after(first, phrase));
        }
        while (verb > 0
                && s.like(
                        verb, "please|also|just|maybe|then|now|perhaps|instead|all|have|get|be")) {
            boolean own = s.like(verb, "have|get|be");
            if (own && (hasNumber(s) || has(s, ONLY, verb, s.size()))) {
                return !has(s, FIGURES, verb, s.size()) || hasNumber(s);
            }
            verb++;
        }
        boolean people =
                verb > 0
                        && s.like(verb, "give|get|find|show|send")
                        && has(s, Words.PERSONS, verb, verb + 6)
                        && !has(s, FIGURES, first, s.size())
                        && !has(s, FACTS, first, s.size());
        if (people) {
            return true;
        }
        boolean others = modal && s.like(first + 1, "i|it|they");
        return verb > 0 && !others && CHANGES.contains(s.word(verb));
    }

    /**
     * "might I have people in their sixties?", "I want a new variable ...", "I'd want them 5 years
     * younger".
     */
    private static boolean wishes(Sentence s, int first) {
        boolean i = s.like(first, "i|we|id|wed");
        int to = i && has(s, WANTS, first, first + 3) ? first + 4 : -1;
        boolean mayI =
                s.like(first, "can|could|may|might")
                        && s.like(first + 1, "i|we")
                        && s.like(first + 2, "have|get");
        to = mayI ? first + 3 : to;
        boolean some = false;
        for (int k = Math.max(0, to - 2); to > 0 && k < to + 2; k++) {
            boolean people = mayI && Words.PERSONS.contains(s.word(k));
            some |= people || s.like(k, "variable|column") || s.word(k).equals("them");
        }
        return some && (mayI || hasNumber(s)) && !has(s, FIGURES, first, to + 2);
    }

    private static boolean has(Sentence s, Set<String> words, int from, int to) {
        for (int i = from; i < Math.min(to, s.size()); i++) {
            if (words.contains(s.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "can you give me creatinine, potassium and sodium": columns, and no figure of them. */
    private static boolean observations(Sentence s) {
        long named = s.named().stream().filter(n -> n.is(Concept.Kind.OBSERVATION)).count();
        boolean figure = has(s, FIGURES, 0, s.size()) || has(s, FACTS, 0, s.size());
        return named > 1 && !figure && !onePatient(s) && !has(s, OF_OTHERS, 0, s.size());
    }

    /** "would 70 make sense?" makes nothing. */
    private static boolean sense(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "make|makes") && s.like(i + 1, "sense|any|a|much|it")) {
                return s.word(i + 1).equals("sense") || s.like(i + 2, "sense|difference");
            }
        }
        return false;
    }

    private static boolean inUnit(Sentence s) {
        for (int i = 1; i < s.size(); i++) {
            if (s.word(i).equals("in")
                    && Quantity.unit(s, i).filter(u -> u.typed().contains("/")).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "what I need is ...", "I want to see what ... look like". */
    private static boolean wantsToSee(Sentence s, int first) {
        boolean what =
                s.after(first, "what i") > 0
                        || s.after(first, "what im") > 0
                        || s.after(first, "what we") > 0;
        boolean see = s.like(first, "i|we|id|wed") && has(s, WANTS, first, first + 4);
        return see || (what && has(s, NEEDS, first, first + 6));
    }

    /** "what about LDL?" asks for its figure. */
    private static boolean onlyObservation(Sentence s, int from) {
        boolean named = false;
        for (int i = from; i < s.size(); i++) {
            boolean link =
                    s.like(i, "the|their|mean|average|median|of|in|them|\\?|values?|levels?|sd");
            named |= s.observed(i);
            if (!link && !s.observed(i)) {
                return false;
            }
        }
        return named && s.word(s.size() - 1).equals("?");
    }

    private static boolean hasNumber(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number()) {
                return true;
            }
        }
        return false;
    }

    /** "show me the top five most common diagnoses": of a database, near the verb. */
    private static boolean topOfAList(Sentence s, int first) {
        for (int i = first; i < first + 5; i++) {
            if (s.word(i).equals("top")
                    && s.at(i + 1).number()
                    && s.word(i + 2).equals("most")
                    && s.like(i + 3, "common|commonly|frequent|frequently|prescribed")) {
                return true;
            }
        }
        return false;
    }

    /** "patient 31854" is somebody's row in a database. */
    private static boolean onePatient(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean one = s.word(i).equals("patient") && s.at(i + 1).number();
            if (one && !s.like(i - 1, "per|each|every")) {
                return true;
            }
        }
        return false;
    }

    /** "I would like to know", "I am curious whether". */
    private static boolean wonders(Sentence s, int first) {
        Set<String> wondering =
                Set.of("know", "curious", "wonder", "wondering", "understand", "ask", "learn");
        return s.like(first, "i|im|id|we|wed|let|lets") && has(s, wondering, first, first + 7);
    }

    /** "Among patients with asthma, how many ...", "until 2104, what was ...", "... did he ...". */
    private static boolean inside(Sentence s, int first, boolean makes) {
        if (makes) {
            return false;
        }
        for (int i = first + 1; i < s.size(); i++) {
            String w = s.word(i);
            boolean how = w.equals("how") && s.like(i + 1, "many|much|long|often|common");
            boolean did =
                    w.equals("did") && !s.word(i + 1).equals("not") && !s.like(i - 1, "who|that");
            boolean says =
                    w.equals("what")
                            && s.like(i - 1, "is|are|thats|was")
                            && (hasNumber(s) || s.like(i + 1, "i|we|im"));
            if (!says && (how || did || w.equals("what") || w.equals("whats"))) {
                return true;
            }
        }
        return false;
    }
}
