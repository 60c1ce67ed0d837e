package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * A word about the conversation and then a change: "undo that and make it women only", "go back to
 * A but with 60 % female".
 *
 * @param intent what is done first
 * @param rest the change
 * @param saves whether the rest only gives the state a name
 */
record Compound(Intent intent, String rest, boolean saves) {
    private static final int LONGEST = 160;
    private static final Pattern JOINT =
            Pattern.compile(
                    "\\s*(?:[,;.]\\s+(?:and\\s+|but\\s+)?(?:then\\s+|now\\s+)?|\\s(?:and|but)\\s+(?:then\\s+|now\\s+)?|\\s+then\\s+|\\s*:\\s+|\\s+with\\s+)",
                    Pattern.CASE_INSENSITIVE);

    /** All of it, with a new cohort behind: nothing of the old one is meant. */
    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\s*(?:scrap|forget|drop|discard|delete|bin) all (?:of )?(?:that|this|it)\\s*",
                    Pattern.CASE_INSENSITIVE);

    /** "that was wrong, ..." corrects what was said and takes nothing else back. */
    private static final Pattern UNDO =
            Pattern.compile(
                    "\\b(?:undo|revert|roll|back|scratch|strike|cancel)\\b",
                    Pattern.CASE_INSENSITIVE);

    /** "I no longer need that. New cohort: 240 dementia patients": what stands before is over. */
    private static final Pattern ANEW =
            Pattern.compile(
                    "(?is)(?:[^.!;:]{0,80}[.!;:,—-]\\s*)?(?:(?:and|now|ok(?:ay)?|so|next|please|let'?s have|let'?s do|i (?:want|need)"
                            + "|i(?:'d| would) like|we (?:want|need)|give me|make|start|build|create|begin|then|for)[,:]?\\s+)*"
                            + "(?:an? )?(?:(?:completely|entirely|totally|whole|wholly|quite|brand)[- ])*(?:a )?(?:new|fresh|different|another|other|separate|next)"
                            + " (?:cohort|request|data ?set|study|project|sample|group of patients|task|case|topic|one|query|scenario)"
                            + "(?: now| please| then| instead| altogether)*\\s*(?:[:,.;!—-]+|\\bof\\b|\\bwith\\b|\\bfor\\b)\\s*(.{6,})");

    /** "now something else: ...", "moving on, ...", "scrap this and give me ...". */
    private static final Pattern ELSE =
            Pattern.compile(
                    "(?is)(?:(?:and|now|ok(?:ay)?|so|next|please|then|for|well|right|alright|thanks|thank you|good|great|fine|let'?s (?:do|try|go for|look at"
                            + "|turn to|move on to)|let us (?:do|try)|i (?:want|need)|time for|here (?:comes|is)|here'?s)[,.:!]?\\s+)*"
                            + "(?:(?:something|anything) (?:(?:completely|entirely|totally|quite|altogether|wholly) )?(?:else|different|new)|moving on|move on"
                            + "|(?:switching|changing|change of|switch of|change) (?:the )?(?:topics?|subjects?|gears?|diseases?|plans?)|(?:completely |totally )?unrelated(?:ly)?(?: to (?:that|this))?"
                            + "|(?:a|my|our|the) (?:second|third|fourth|2nd|3rd) (?:cohort|request|data ?set|study|group of patients|task|one|query)"
                            + "|(?:completely |entirely |totally )?(?:a )?(?:different|new|another|fresh) (?:question|request|cohort|task|topic|one|start|thing|subject|disease|job)"
                            + "|on to (?:the next(?: one| cohort| task)?|something (?:else|new|different))|next(?: one| up| task| job| cohort| item)"
                            + "|(?:scrap|forget|drop|discard|bin|ditch|never mind|set aside|put aside|leave|enough of|done with|that'?s enough of|forget about) (?:all )?(?:of )?"
                            + "(?:that|this|it|these|those|them|the above|that cohort|this cohort|this one|that one|these people|those people|these patients"
                            + "|what (?:i|we) (?:said|had|asked)(?: so far| before)?)(?: (?:one|cohort|aside|now|altogether|entirely|completely))?)"
                            + "(?: now| please| then| instead| altogether| now please)*\\s*(?:[:,.;!—-]+|\\band\\b)\\s*(.{6,})");

    /** "oh, I meant half a point higher, not lower": in the place of the step just made. */
    private static final Pattern MEANT =
            Pattern.compile(
                    "(?is)\\W*(?:(?:oh|no|nope|sorry|oops|wait|ah|argh|my mistake|wrong)[,.!;: ]+)*(?:i|we) meant (?:to say )?"
                            + "(.{2,60}?\\b(?:higher|lower|more|less|fewer|heavier|lighter|older|younger|up|down|bigger|smaller|as many))"
                            + "(?:[,;]? (?:not|and not|rather than|instead of) (?:\\w+ ){0,4}\\w+)?[.!]*");

    private static final Pattern STEP =
            Pattern.compile(
                    "(?is).*\\b(?:higher|lower|more|less|fewer|heavier|lighter|older|younger|up by|down by|by|raise|reduce|increase"
                            + "|decrease|lower|double|halve|half|twice|times|bigger|smaller|as many)\\b.*");

    private static final Pattern NOT_ANEW =
            Pattern.compile(
                    "(?i).*\\b(?:same|as before|identical|likewise|but (?:with|for|without)|arm|group|groups)\\b.*");

    /** A number of patients or a verb: a change, and no part of a name. */
    private static final Pattern ORDER =
            Pattern.compile(
                    "(?i)(?:then |now |please |also )*(?:make|set|change|add|drop|remove|go|take|put|cut|raise|lower|reduce|increase|limit"
                            + "|restrict|exclude|include|switch|replace|swap|use|only|without|double|halve|give|turn|keep|undo|narrow"
                            + "|widen|extend|leave|start|try|have|get|let|move|bring)\\b.*");

    /** Empty unless the rest can be read whole as a change. */
    static Optional<Compound> of(Conversation heard, String message, Reader reader) {
        Matcher anew = ANEW.matcher(message);
        boolean something = !heard.spec().equals(CohortSpec.DEFAULT);
        if (something && anew.matches() && whole(heard, anew.group(1), reader)) {
            return Optional.of(new Compound(new Intent.StartOver(), anew.group(1), false));
        }
        Matcher other = ELSE.matcher(message);
        if (something && other.matches() && complete(heard, other.group(1), reader)) {
            return Optional.of(new Compound(new Intent.StartOver(), other.group(1), false));
        }
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher meant = MEANT.matcher(message);
        boolean stepped = something && STEP.matcher(heard.now().message()).matches();
        if (stepped && meant.matches() && change(heard, meant.group(1), reader)) {
            return Optional.of(new Compound(new Intent.Undo(1), meant.group(1), false));
        }
        Matcher joint = JOINT.matcher(message);
        while (joint.find()) {
            String first = message.substring(0, joint.start());
            String rest = message.substring(joint.end());
            Optional<Intent> intent =
                    WHOLE.matcher(first).matches()
                            ? Optional.of(new Intent.StartOver())
                            : TalkWords.read(first, heard.names().keySet(), heard.language());
            boolean moves =
                    intent.isPresent()
                            && ((intent.get() instanceof Intent.Undo && UNDO.matcher(first).find())
                                    || intent.get() instanceof Intent.Redo
                                    || intent.get() instanceof Intent.PutBack
                                    || intent.get() instanceof Intent.GoBack
                                    || intent.get() instanceof Intent.Return
                                    || intent.get() instanceof Intent.StartOver
                                    || intent.get() instanceof Intent.Save);
            boolean over = intent.isPresent() && intent.get() instanceof Intent.StartOver;
            boolean names = moves && intent.get() instanceof Intent.Save;
            if (names && !ORDER.matcher(rest).matches()) {
                continue; // "save this as men and women"
            }
            boolean saves =
                    moves
                            && TalkWords.read(rest, heard.names().keySet(), heard.language())
                                    .filter(i -> i instanceof Intent.Save)
                                    .isPresent();
            if (saves) {
                return Optional.of(new Compound(intent.get(), rest, true));
            }
            if (moves && (over ? begins(heard, rest, reader) : change(heard, rest, reader))) {
                return Optional.of(new Compound(intent.get(), rest, false));
            }
        }
        return Optional.empty();
    }

    /** "forget that, 60 %" is another number for what would be taken back: no change of its own. */
    boolean meansTheSame(CohortSpec before, CohortSpec after, Reader reader) {
        if (saves || intent instanceof Intent.StartOver) {
            return true;
        }
        if (after.equals(CohortSpec.DEFAULT)) {
            return false;
        }
        List<Edit> now = edits(reader.read(rest, before));
        return !now.isEmpty() && now.equals(edits(reader.read(rest, after)));
    }

    /** Both; the first alone where the second asks nothing more; nothing where it cannot be. */
    Step done(Conversation nothing, Step first, Step second) {
        if (first.turn().kind() == Turn.Kind.PROBLEM) {
            return first;
        }
        return switch (second.turn().kind()) {
            case CHANGED -> second;
            case ASKED ->
                    intent instanceof Intent.StartOver ? second : new Step(nothing, second.turn());
            case SAME -> saves ? new Step(second.after(), first.turn()) : first;
            default -> new Step(nothing, second.turn());
        };
    }

    private static List<Edit> edits(Reading reading) {
        return reading instanceof Reading.Understood u
                ? u.edits().stream().map(Reading.Quoted::edit).toList()
                : List.of();
    }

    /** A cohort of its own, read on an empty page. */
    private static boolean whole(Conversation heard, String rest, Reader reader) {
        return !NOT_ANEW.matcher(rest).matches()
                && reader.read(rest, CohortSpec.DEFAULT, heard.language())
                        instanceof Reading.Understood u
                && (u.edits().stream().anyMatch(q -> q.edit() instanceof Edit.SetCondition)
                        || !u.questions().isEmpty());
    }

    /** A cohort of its own with a number of patients. */
    private static boolean complete(Conversation heard, String rest, Reader reader) {
        return whole(heard, rest, reader)
                && reader.read(rest, CohortSpec.DEFAULT, heard.language())
                        instanceof Reading.Understood u
                && u.edits().stream().anyMatch(q -> q.edit() instanceof Edit.SetCount);
    }

    /** "start over with 50 asthma patients", read on an empty page. */
    private static boolean begins(Conversation heard, String rest, Reader reader) {
        return TalkWords.read(rest, heard.names().keySet(), heard.language()).isEmpty()
                && reader.read(rest, CohortSpec.DEFAULT, heard.language())
                        instanceof Reading.Understood u
                && !u.edits().isEmpty();
    }

    private static boolean change(Conversation heard, String rest, Reader reader) {
        boolean talk = TalkWords.read(rest, heard.names().keySet(), heard.language()).isPresent();
        CohortSpec spec = heard.spec();
        return !talk
                && !spec.equals(CohortSpec.DEFAULT)
                && reader.read(rest, spec, heard.language()) instanceof Reading.Understood u
                && !u.edits().isEmpty()
                && u.ignored().isEmpty()
                && u.questions().isEmpty();
    }
}
