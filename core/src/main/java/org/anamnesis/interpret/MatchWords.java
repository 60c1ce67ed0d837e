package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.Concept;

/** What shall be the same in all groups: "same age and sex", "matched for BMI", "age-matched". */
final class MatchWords {
    /**
     * What was found.
     *
     * @param variables in the order of the words
     * @param from first token of the first such phrase, or -1
     * @param to one past the last token of the last one
     */
    record Found(List<String> variables, int from, int to) {
        boolean none() {
            return variables.isEmpty();
        }
    }

    private record Names(List<String> ids, int to) {}

    static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    Map.entry("age", "age"),
                    Map.entry("ages", "age"),
                    Map.entry("sex", "sex"),
                    Map.entry("sexes", "sex"),
                    Map.entry("gender", "sex"),
                    Map.entry("genders", "sex"),
                    Map.entry("race", "race_ethnicity"),
                    Map.entry("ethnicity", "race_ethnicity"),
                    Map.entry("smoking", "smoking"),
                    Map.entry("insurance", "insurance"),
                    Map.entry("education", "education"));
    private static final Set<String> SAME =
            Set.of("same", "identical", "equal", "similar", "comparable");
    private static final Set<String> MATCHED =
            Set.of(
                    "matched",
                    "match",
                    "matching",
                    "balanced",
                    "balance",
                    "comparable",
                    "similar",
                    "alike");
    private static final Set<String> BETWEEN =
            Set.of(
                    "them",
                    "the",
                    "both",
                    "groups",
                    "arms",
                    "two",
                    "three",
                    "well",
                    "all",
                    "cases",
                    "controls",
                    "these",
                    "be",
                    "closely",
                    "individually",
                    "and",
                    "to",
                    "each",
                    "other",
                    "group",
                    "arm");
    private static final Set<String> BY = Set.of("for", "on", "by", "in", "regarding");
    private static final Set<String> SHAPE =
            Set.of(
                    "distribution",
                    "distributions",
                    "structure",
                    "mix",
                    "composition",
                    "status",
                    "profile",
                    "range",
                    "levels",
                    "level");
    private static final Set<String> LEAD =
            Set.of(
                    "with", "of", "the", "at", "have", "having", "and", "but", "should", "must",
                    "be", "arms", "groups", "both", "all");

    private final Sentence s;
    private final Set<String> variables = new LinkedHashSet<>();
    private int from = -1;
    private int to = -1;

    private MatchWords(Sentence s) {
        this.s = s;
    }

    /** Finds them and marks their words as used. */
    static Found find(Sentence s) {
        MatchWords words = new MatchWords(s);
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i)) {
                words.same(i);
                words.matched(i);
                words.alike(i);
                words.behind(i);
            }
        }
        return new Found(List.copyOf(words.variables), words.from, words.to);
    }

    /** "with the same age and sex in both arms". */
    private void same(int i) {
        if (!SAME.contains(s.word(i))) {
            return;
        }
        int at = i + 1;
        while (s.like(at, "the|mean|average|median")) { // "the same mean BMI in both"
            at++;
        }
        Names names = names(at);
        if (!names.ids().isEmpty() && !s.word(names.to()).equals("as")) {
            int start = i;
            while ((LEAD.contains(s.word(start - 1)) || s.at(start - 1).number())
                    && arms(start - 1)
                    && s.free(start - 1)) {
                start--;
            }
            found(names, start);
        }
    }

    /** Numbers lead in as "the two arms", not as a count of patients. */
    private boolean arms(int i) {
        return !s.at(i).number() || s.like(i + 1, "arms|groups");
    }

    /** "matched for age and sex", "match the groups on BMI". */
    private void matched(int i) {
        if (!MATCHED.contains(s.word(i))) {
            return;
        }
        int at = i + 1;
        while (BETWEEN.contains(s.word(at)) || s.at(at).number()) {
            at++;
        }
        int by = s.after(at, "with respect to");
        by = by < 0 && BY.contains(s.word(at)) ? at + 1 : by;
        if (by > 0) {
            Names names = names(s.word(by).equals("the") ? by + 1 : by);
            if (!names.ids().isEmpty()) {
                found(names, s.like(i - 1, "be|are|and") ? i - 1 : i);
            }
        }
    }

    /** "neither age nor sex may differ between the arms", "no difference in age". */
    private void alike(int i) {
        boolean not = s.like(i, "neither|no|without|not");
        boolean differ = false;
        for (int k = i; not && k < i + 12; k++) {
            differ |= s.like(k, "differ|differs|difference|differences|different");
        }
        if (!differ) {
            return;
        }
        int at = i + 1;
        while (s.like(at, "any|differences?|in|of|the|differ")) {
            at++;
        }
        Names names = names(at);
        if (names.ids().isEmpty()) {
            return;
        }
        int end = names.to();
        while (s.like(
                end,
                "may|must|should|can|shall|is|are|be|to|allowed|differ|differs|between|across|the|both")) {
            end++;
        }
        found(new Names(names.ids(), end), i);
        int groups = s.like(end, "groups?|arms?|two|them") ? end + 1 : end;
        s.use(end, s.like(groups, "groups?|arms?") ? groups + 1 : groups);
    }

    /** "age- and sex-matched". */
    private void behind(int i) {
        Names names = names(i);
        if (!names.ids().isEmpty() && s.like(names.to(), "matched|balanced")) {
            found(new Names(names.ids(), names.to() + 1), i);
        }
    }

    private void found(Names names, int start) {
        int end = names.to();
        if (SHAPE.contains(s.word(end))) {
            end++;
        }
        boolean where = s.like(end, "in|across|between|for|of");
        int groups = end + 1;
        while (where && s.like(groups, "both|all|each|the|every|two|three|these|between")) {
            groups++;
        }
        if (where && s.like(groups, "groups?|arms?|cohorts?|halves|of")) {
            end = groups + (s.after(groups, "of them") > 0 ? 2 : 1);
        }
        s.use(start, end);
        variables.addAll(names.ids());
        from = from < 0 ? start : Math.min(from, start);
        to = Math.max(to, end);
    }

    /** Names one after the other: "age, sex and BMI". */
    private Names names(int start) {
        List<String> ids = new ArrayList<>();
        int at = start;
        int end = start;
        while (true) {
            String plain = VARIABLES.get(s.word(at));
            int named = at;
            var observed = s.namedAt(at, Concept.Kind.OBSERVATION);
            if (plain != null) {
                ids.add(plain);
                at++;
                at = SHAPE.contains(s.word(at)) && !s.word(at).equals("levels") ? at + 1 : at;
            } else if (observed.isPresent() && s.free(at)) {
                ids.add(observed.get().concept().id());
                at = observed.get().to();
            } else {
                return new Names(ids, end);
            }
            end = at;
            if (named == at) {
                return new Names(ids, end);
            }
            while (s.like(at, ",|and|nor|or|&|/|the|same|also")) {
                at++;
            }
        }
    }
}
