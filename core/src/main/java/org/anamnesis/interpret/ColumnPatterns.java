package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.anamnesis.spec.Edit;

/**
 * The forms in which something is asked of a marked column, those that say more in front. A number
 * stands in group v, the end of a range in w, a share in p, the column's mark in t or u.
 */
final class ColumnPatterns {
    private static final String N = "(?<t>Xqn[a-z]{2})";
    private static final String A = "(?<t>Xqa[a-z]{2})";
    private static final String ANY = "(?<t>Xq[anc][a-z]{2})";
    private static final String V =
            "(?<v>[-−]?\\d+(?:[.,]\\d+)*|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b)";
    private static final String W = "(?<w>[-−]?\\d+(?:[.,]\\d+)*)";
    private static final String PERCENT = "(?<p>\\d+(?:[.,]\\d+)?)\\s*(?:%|percent\\b)";

    /** "A third", "two thirds", "one in five", "3 out of 10", "half". */
    private static final String PART =
            "(?<part>\\b(?:(?:a|one|two|three|four|five|the)\\s+)?(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\\b"
                    + "|\\b(?:\\d+|one|two|three|four|five|seven|nine)\\s+(?:in|out of)\\s+(?:every\\s+)?(?:\\d+|two|three|four|five|six|eight|ten|twenty)\\b)";

    /** Who is spoken of and what they do, between a word of denial and the answer. */
    private static final String WHO =
            "(?:(?:of|them|the|these|those|all|any|a|an|in|with|on|from|at|who|that|patients?|people|persons?|cases|rows|ones|else"
                    + "|women|men|be|been|being|is|are|was|were|has|have|had|having|should|shall|must|may|can|will|would|to|ever"
                    + "|gets?|got|getting|takes?|took|taking|given|receives?|received|receiving|uses?|using|there)\\s+)*";

    private static final String PEOPLE = "(?:patients|people|persons|ones|cases|rows|women|men)";
    private static final String BE =
            "\\s*(?:values?\\s+)?(?:(?:is|are|was|be|must be|should be|has to be|with|of|:)\\s+)*";

    /** Of whom a range is asked, if not of everyone. */
    private static final String SOME =
            "(?:(?:"
                    + PERCENT
                    + "|"
                    + PART
                    + ")\\s*(?:of\\s+(?:them|the\\s+\\w+|all|patients|people)\\s*)?"
                    + "(?:(?:who|that)\\s+)?(?:(?:are|is|be|have|has|having|with|at|of|whose)\\s+)*(?:the\\s+|an?\\s+)?)?";

    private static final String LIMIT =
            "(?:conditions?|limits?|restrictions?|requirements?|filters?|targets?|means?|constraints?|criteri(?:on|a)|shares?|bedingung(?:en)?|einschränkung(?:en)?|vorgaben?|grenzen?|condici(?:ón|ones)|restricci(?:ón|ones)|contraintes?|limites?)";

    /** A form, and what it asks of the column in it. */
    record Clause(Pattern pattern, Function<ColumnClauses, Optional<Edit>> edit) {}

    static final List<Clause> NUMBERS =
            List.of(
                    clause(
                            "\\b(?:(?:nobody|no one|none)\\s+with(?:out)?\\s+(?:a\\s+)?|(?:no|without|never|not|exclude|excluding|drop|remove|leave out)\\s+(?:those\\s+|rows\\s+|patients\\s+)?(?:with\\s+)?(?:a\\s+)?)missing\\s+"
                                    + N,
                            c -> c.missing(0)),
                    clause(
                            N + "\\s+(?:(?:is|are)\\s+)?(?:not missing|present|complete|known)\\b",
                            c -> c.missing(0)),
                    clause(
                            PERCENT
                                    + "\\s*(?:of\\s+)?(?:the\\s+)?(?:missing\\s+"
                                    + N
                                    + "|"
                                    + N.replace("<t>", "<u>")
                                    + "\\s+(?:values?\\s+)?(?:(?:is|are)\\s+)?missing)\\b",
                            c -> c.missing(c.percent())),
                    clause(
                            N
                                    + "\\s+(?:(?:is|are)\\s+)?missing\\s+(?:in|for|at)?\\s*"
                                    + PERCENT
                                    + "(?:\\s+of\\s+\\w+)?",
                            c -> c.missing(c.percent())),
                    clause(N + "\\s+(?:(?:is|are)\\s+)?missing\\b", c -> c.missing(100)),
                    clause(
                            "\\b(?<how>raise|increase|lower|reduce|decrease)\\s+(?:the\\s+)?(?:mean\\s+(?:of\\s+)?)?"
                                    + N
                                    + "\\s+by\\s+"
                                    + V
                                    + "\\s*(?<pc>%|percent\\b)?",
                            ColumnClauses::moved),
                    clause(
                            "(?:\\bmean\\s+(?:of\\s+)?)?"
                                    + N
                                    + BE
                                    + "(?:by\\s+)?"
                                    + V
                                    + "\\s*(?<pc>%|percent\\b)?\\s*(?:points?\\s+|units?\\s+|(?<unit>\\S+)\\s+)?"
                                    + "(?<how>higher|lower|more|less)(?!\\s+than)\\b",
                            ColumnClauses::moved),
                    clause(
                            "\\b(?:mean|average|avg)\\s+(?:of\\s+)?(?:the\\s+)?"
                                    + N
                                    + "\\s*(?:=+|:|at|to|about|around|of|is|be)?\\s*"
                                    + V,
                            ColumnClauses::mean),
                    clause(
                            N
                                    + "\\s*,?\\s*(?:with\\s+(?:a\\s+)?)?(?:mean|average|avg|averaging)\\s*(?:=+|:|at|to|about|around|of|is)?\\s*"
                                    + V,
                            ColumnClauses::mean),
                    clause(N + BE + V + "\\s+on average\\b", ColumnClauses::mean),
                    clause(
                            SOME
                                    + N
                                    + BE
                                    + "(?:between|from)\\s+"
                                    + V
                                    + "\\s*(?:and|to|-|–)\\s*"
                                    + W,
                            c -> c.range(c.value("v"), c.value("w"))),
                    clause(
                            SOME + N + BE + V + "\\s*(?:to|-|–)\\s*" + W,
                            c -> c.range(c.value("v"), c.value("w"))),
                    clause(
                            SOME
                                    + N
                                    + BE
                                    + "(?:at least|≥|>=|=>|from|not (?:below|under|less than)|no less than|minimum)\\s*"
                                    + V
                                    + "(?:\\s+up\\b)?",
                            c -> c.range(c.value("v"), Double.POSITIVE_INFINITY)),
                    clause(
                            SOME
                                    + N
                                    + BE
                                    + "(?:at most|≤|<=|=<|up to|not (?:above|over|more than)|no more than|maximum)\\s*"
                                    + V,
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v"))),
                    clause(
                            SOME
                                    + N
                                    + BE
                                    + "(?:>|above|over|(?:greater|more|higher|larger|older) than|exceed(?:s|ing)?)\\s*"
                                    + V,
                            c -> c.range(c.value("v") + c.step(), Double.POSITIVE_INFINITY)),
                    clause(
                            SOME
                                    + N
                                    + BE
                                    + "(?:<|below|under|(?:less|lower|smaller|younger) than)\\s*"
                                    + V,
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v") - c.step())),
                    clause(
                            SOME
                                    + N
                                    + BE
                                    + V
                                    + "\\s*(?:or (?:more|above|higher|over|older)|and (?:more|above|higher|over|older)|\\+)",
                            c -> c.range(c.value("v"), Double.POSITIVE_INFINITY)),
                    clause(
                            SOME + N + BE + V + "\\s*(?:or|and) (?:less|below|lower|under|younger)",
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v"))),
                    clause(
                            N
                                    + "\\s*(?:=+|\\b(?:is|equals?|exactly|of exactly)\\b)\\s*(?:exactly\\s+)?"
                                    + V,
                            c -> c.range(c.value("v"), c.value("v"))),
                    clause(
                            SOME
                                    + "\\b(?:at least|≥|>=|minimum|no (?:less|fewer) than)\\s*"
                                    + V
                                    + "\\s+"
                                    + N,
                            c -> c.range(c.value("v"), Double.POSITIVE_INFINITY)),
                    clause(
                            SOME
                                    + "\\b(?:at most|≤|<=|up to|maximum|no more than)\\s*"
                                    + V
                                    + "\\s+"
                                    + N,
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v"))),
                    clause(
                            SOME + "\\b(?:more than|over|above)\\s*" + V + "\\s+" + N,
                            c -> c.range(c.value("v") + c.step(), Double.POSITIVE_INFINITY)),
                    clause(
                            SOME + "\\b(?:(?:less|fewer) than|under|below)\\s*" + V + "\\s+" + N,
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v") - c.step())),
                    clause(
                            SOME + V + "\\s+or (?:more|fewer|less)\\s+" + N,
                            c ->
                                    c.more()
                                            ? c.range(c.value("v"), Double.POSITIVE_INFINITY)
                                            : c.range(Double.NEGATIVE_INFINITY, c.value("v"))),
                    clause(
                            N + "\\s+" + V + "(?!\\s*(?:%|percent\\b|[\\p{L}\\p{N}]))",
                            c -> c.range(c.value("v"), c.value("v"))));

    static final List<Clause> FORGET =
            List.of(
                    clause(
                            "\\b(?:drop|remove|forget|lift|cancel|delete|clear|without|no more|no longer|ignore)\\s+(?:the\\s+|any\\s+|my\\s+)?"
                                    + "(?:"
                                    + LIMIT
                                    + "\\s+(?:on|for|of|about)\\s+)?(?:the\\s+)?"
                                    + ANY
                                    + "\\s+"
                                    + LIMIT
                                    + "\\b",
                            ColumnClauses::forgotten),
                    clause(
                            "\\b(?:drop|remove|forget|lift|cancel|delete|clear|ignore|no|without)\\s+(?:the\\s+|any\\s+|my\\s+)?"
                                    + LIMIT
                                    + "\\s+(?:on|for|of|about)\\s+(?:the\\s+)?"
                                    + ANY,
                            ColumnClauses::forgotten),
                    clause(
                            "\\b(?:drop|remove|forget|ignore)\\s+(?:the\\s+)?"
                                    + ANY
                                    + "(?!\\s+"
                                    + PEOPLE
                                    + "\\b)",
                            ColumnClauses::forgotten),
                    clause("\\bany\\s+" + ANY, ColumnClauses::forgotten),
                    clause(
                            ANY
                                    + "\\s+(?:does not|doesn't|need not|no longer|can be)\\s*(?:matter|any(?:thing)?|what\\w*)?",
                            ColumnClauses::forgotten));

    static final List<Clause> ANSWERS =
            List.of(
                    clause(
                            "(?:"
                                    + PERCENT
                                    + "|"
                                    + PART
                                    + ")\\s*(?:of\\s+(?:them|the\\s+\\w+|all|patients|people)\\s*)?"
                                    + "(?:(?:who|that)\\s+)?(?:(?:should|must|to|were|was|had|got|get|take|taking|are|is|be|have|has|having|with|in|on|from|being|of|at)\\s+)*(?:(?:the|a|an)\\s+)?"
                                    + "(?<none>(?:no|not|without)\\s+(?:(?:in|on|a|any|the|have|having|with)\\s+)*)?"
                                    + A,
                            ColumnClauses::share),
                    clause(
                            A
                                    + "\\s*(?:[:=(]|(?:is|are|in|at|of|about|for|with|(?:should|must|shall|to|may)\\s+be|to|makes? up)\\b)?\\s*(?:about\\s+)?(?:"
                                    + PERCENT
                                    + "|"
                                    + PART
                                    + ")(?:\\s*\\)|\\s+of\\s+(?:them|the\\s+\\w+|all|patients|people))?",
                            ColumnClauses::share),
                    clause(
                            "\\b(?:no|not|nobody|no\\s*one|none|neither|nor|without|non|never|exclude|excluding|except(?:\\s+for)?|other than|leave out|leaving out"
                                    + "|drop|remove|take out|get rid of|throw out|but not)[\\s-]+"
                                    + WHO
                                    + A
                                    + "(?:\\s+"
                                    + PEOPLE
                                    + ")?",
                            c -> c.required(true)),
                    clause(
                            A
                                    + "(?:\\s+"
                                    + PEOPLE
                                    + ")?\\s+(?:(?:is|are|to be|should be|must be|were)\\s+)?(?:excluded|left out|dropped|removed|taken out|not allowed|not wanted|unwanted)\\b",
                            c -> c.required(true)),
                    clause(
                            "(?:\\b(?:only|just|all|all of them|everyone|everybody|make it|make them|switch to|change to|set to|to|take|with|in|from|on|at"
                                    + "|who|that|which|is|are|was|were|had|has|have|having|had|whose|where|instead|those|got|gets|getting|received|receives)\\s+)*"
                                    + A
                                    + "(?:\\s+(?:only|instead|please))*",
                            c -> c.required(false)));

    private ColumnPatterns() {}

    private static Clause clause(String form, Function<ColumnClauses, Optional<Edit>> edit) {
        return new Clause(
                Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), edit);
    }
}
