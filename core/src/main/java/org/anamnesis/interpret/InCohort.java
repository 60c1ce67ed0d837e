package org.anamnesis.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "how many smokers are in there?", "how many women will we have?", "how many would be on insulin?"
 * ask for the share of those talked about.
 */
final class InCohort {
    private static final String LEAD =
            "(?i)^\\W*(?:(?:and|so|then|ok(?:ay)?|but|now|well)\\b[,\\s]*)*"
                    + "(?:how many|what is the number of|what's the number of|number of|count of) ";

    /** How many people there are at all is another question. */
    private static final String OTHER =
            "(?!(?:patients?|people|persons|subjects|participants|cases|rows|records|columns|variables|observations|labs"
                    + "|of|such|americans|adults|visits|groups|arms|files|changes|edits|steps|versions|years|more|did|do"
                    + "|are|is|were|can|could|in|like|tests|measurements|times|days|months|fields|us|would|will|might|may"
                    + "|have|has|values|real)\\b)";

    private static final String WHAT = "([\\p{L}][\\p{L}\\p{N} /-]{2,40}?)";

    private static final String HERE =
            "(?:in|among|within|inside) (?:there|it|this|that|here|them|these|(?:the|this|my|our|that)(?: \\p{L}+)?"
                    + " ?(?:cohort|sample|data|set|group|dataset|data set|selection|study|file|table))";

    private static final Pattern THERE =
            Pattern.compile(
                    LEAD
                            + OTHER
                            + WHAT
                            + " (?:(?:are|were|is|will be|would be|do (?:we|i|you) (?:have|get)|have (?:we|i)(?: got)?"
                            + "|will (?:we|i|there) (?:have|get|be)|should (?:we|i) expect)(?: there)?(?: "
                            + HERE
                            + ")?|"
                            + HERE
                            + ")\\W*$");
    private static final Pattern WOULD =
            Pattern.compile(
                    LEAD
                            + "(?:will|would|might|may|could) (be|have|take|smoke|use|get)\\b ?+"
                            + "(?!(?:that|this|there|eligible|left|included|enrolled|the|asked|in|like|needed)\\b)([\\p{L}\\p{N} /-]{0,40}?)"
                            + "(?: "
                            + HERE
                            + ")?\\W*$");

    private InCohort() {}

    /** The question about "them", or the text as it is. */
    static String plain(String text) {
        Matcher there = THERE.matcher(text);
        if (there.matches()) {
            return "how many of them are " + there.group(1) + "?";
        }
        Matcher would = WOULD.matcher(text);
        if (!would.matches() || (would.group(2).isEmpty() && !would.group(1).equals("smoke"))) {
            return text;
        }
        String verb = would.group(1).equals("be") ? "are" : would.group(1);
        return ("how many of them " + verb + " " + would.group(2)).strip() + "?";
    }
}
