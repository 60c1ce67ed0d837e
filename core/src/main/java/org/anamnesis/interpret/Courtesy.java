package org.anamnesis.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words around a message that ask for nothing: "ok, ...", "hmm, ...", "..., if you can", a smile.
 * What may correct something ("no", "sorry", "actually") stays.
 */
public final class Courtesy {
    private static final String FILLER =
            "ok(?:ay)?|k|h+m+|mm+|mhm|erm?|right|alright|all right|well|so|great|good|fine|perfect|nice"
                    + "|hi|hello|hey(?: there)?|good (?:morning|afternoon|evening|day)|oh|ah|aha|uh|um"
                    + "|yeah|cool|super|lovely|excellent|brilliant|now then|listen|look|you know|excuse me|pardon"
                    + "|i see|got it|understood|one more thing|another thing";
    private static final Pattern LEAD =
            Pattern.compile(
                    "^\\s*(?:(?:"
                            + FILLER
                            + ")\\s*[,:;!…]+\\s*|(?:(?:so|and|well|ok(?:ay)?|right) )?(?:basically|essentially)[,:]?\\s+"
                            + "|(?:so |basically |and )*(?:what|all) (?:i|we)(?: really| actually| basically)? (?:need|want|(?:woul)?d like)"
                            + "(?: here| now| today)? (?:is|are|would be)[:,]?(?: like| basically| simply| just)?\\s+|(?:ok(?:ay)?|h+m+|hey|oh|ah|um|uh|please|now)\\s+)(?=\\S)",
                    Pattern.CASE_INSENSITIVE);

    /** "that's tight, 100+" and "too many. as many as before": what is meant stands behind. */
    private static final Pattern VERDICT =
            Pattern.compile(
                    "^\\s*(?:(?:no|nah|hm+|oh|wow|ouch|ugh|well|ok|wait|sorry|actually|yeah)[, ]+){0,3}(?:(?:that|this|it)(?:'?s| is| was) )?(?:(?:a )?(?:bit|little|too|way|far|rather|very|quite|pretty|really|still|so|much) )*"
                            + "(?:(?:tight|strict|harsh|narrow|wide|loose|lax|steep|generous|mild)\\s*[,.;:!—-]+\\s*(?=\\S)"
                            + "|(?:many|few|much|little)\\s*[.,;:!—-]+\\s*(?=(?:as|the|back|undo|half|double|make|take)\\b[^0-9]*$))",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern TRAIL =
            Pattern.compile(
                    "(?:\\s*[,;.–—-]+\\s*|\\s+)(?:if (?:you (?:can|could|please|would|will|don'?t mind)|possible"
                            + "|that'?s (?:ok|okay|possible|fine|alright)|it'?s (?:ok|okay|possible|no trouble)"
                            + "|that is (?:ok|okay|possible)|i may(?: ask)?)|thanks(?: a lot| so much| very much"
                            + "| again| in advance)?|thank you(?: very much| so much)?|thx|cheers|many thanks"
                            + "|(?:kind |best |warm )?regards(?:,? .{0,40})?|best wishes(?:,? .{0,40})?"
                            + "|of course|obviously|naturally|would you|will you|could you|can you|when you have a (?:moment|minute))\\s*[.!]*\\s*$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SMILE =
            Pattern.compile(
                    "\\s*(?:[:;]-?[)D(P]|\\^\\^|[\\p{So}\\x{1F300}-\\x{1FAFF}\\x{FE0F}])+\\s*$");

    /** Says nothing without what stands around it. */
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?:no|yes|many|ok|okay|great|good|fine|perfect|nice|lovely|super|cool|not?|nope|all)?[\\s,.!?]*",
                    Pattern.CASE_INSENSITIVE);

    private static final int MOST = 4;
    private static final int LONGEST = 1_000;

    private static final Lately<String, String> LATELY = new Lately<>(Courtesy::shortened);

    private Courtesy() {}

    /** The message without them; the message itself if nothing else would be left. */
    public static String without(String message) {
        return message.length() > LONGEST ? message : LATELY.of(message);
    }

    private static String shortened(String message) {
        String plain = message;
        for (int i = 0; i < MOST; i++) {
            String shorter = once(plain);
            if (shorter.equals(plain)) {
                return plain;
            }
            plain = shorter;
        }
        return plain;
    }

    private static String once(String message) {
        Matcher lead = LEAD.matcher(message);
        if (lead.find() && !ALONE.matcher(message.substring(lead.end())).matches()) {
            return message.substring(lead.end());
        }
        Matcher verdict = VERDICT.matcher(message);
        if (verdict.find()) {
            return message.substring(verdict.end());
        }
        Matcher trail = TRAIL.matcher(message);
        if (trail.find() && !ALONE.matcher(message.substring(0, trail.start())).matches()) {
            return message.substring(0, trail.start());
        }
        Matcher smile = SMILE.matcher(message);
        return smile.find() && smile.start() > 0 ? message.substring(0, smile.start()) : message;
    }
}
