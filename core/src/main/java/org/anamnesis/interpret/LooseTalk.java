package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a message wants of the conversation, by the words in it, whatever their order. Only of what
 * nobody else could read: it names nothing medical and asks for no patients.
 */
final class LooseTalk {
    private static final Set<String> UNDO =
            words(
                    "undo undone undoing revert reverted reverse reversed annul void rewind rescind"
                            + " withdraw withdrawn retract retracted cancel cancelled backtrack unmake"
                            + " unwind rollback nix nullify negate repeal invalidate");
    private static final Pattern BACK =
            Pattern.compile(
                    "(?:.* )?(?:go|take|step|get|roll|put|turn|move|bring|back|walk|hop|jump|reel|spool|wind|dial)"
                            + " (?:\\S+ ){0,3}?(?:back|backwards|out of (?:that|it|this))(?: .*)?");
    private static final Set<String> BEGIN =
            words(
                    "start restart begin reset clear scrap wipe discard delete erase forget drop empty"
                            + " bin trash ditch remove abandon throw");
    private static final Set<String> WHOLE =
            words(
                    "everything whole lot scratch beginning anew afresh sheet slate zero over again fresh"
                            + " nothing entire completely");

    /** Say that all is meant only where something begins. */
    private static final Set<String> ANEW = words("over again fresh");

    private static final Set<String> PRAISE =
            words(
                    "thanks thank appreciate appreciated star perfect great good right fine exactly lovely"
                            + " wonderful excellent brilliant super cheers splendid nice happy kind helpful"
                            + " satisfied content enough done love like ok okay");
    private static final Set<String> NOT_PRAISE =
            words(
                    "skewed skew tail left not no never dont wrong bad but instead more less rather change add remove drop make"
                            + " only without except patients people if which what how");
    private static final Pattern DECIDE =
            Pattern.compile(
                    "(?:.* )?(?:decide|decision|choose|choice|pick|leave (?:it|that|this)|default|defaults|usual"
                            + "|standard|frequent|commonest|common|whichever|whatever|either|prefer|preference"
                            + "|recommend|suggest|best|care|mind|matter|idea|unsure|sure|guess)(?: .*)?");
    private static final Set<String> SAVE =
            words(
                    "save store keep remember file note freeze copy bookmark park call name label put tag"
                            + " archive preserve snapshot title stash log record saved stored called named");
    private static final String GIVEN_UP =
            "rename|delete|remove|forget|drop|erase|discard|unsave|trash|bin|scrap|clear";
    private static final Set<String> BEFORE_NAME =
            words("as called named under titled labelled name label title");
    private static final Set<String> DIFFER =
            words(
                    "compare compared comparison contrast differ differs different difference differences"
                            + " diff distinguish distinguishes versus vs against changed change changes new"
                            + " beside alongside");
    private static final Set<String> SINCE = words("since changed change changes new");
    private static final Set<String> NAMES =
            words("saved stored versions saves bookmarks snapshots");
    private static final String OPENING =
            "(?s)\\W*(?:(?:please|ok|okay|and|so|hey|now|well|no|sorry|oops)\\W+)*";
    private static final Pattern REQUESTS =
            Pattern.compile(
                    OPENING
                            + "(?:can|could|would|will|may|might|shall|should|let|is it possible)\\b.*");
    private static final Pattern ASKS =
            Pattern.compile(
                    OPENING
                            + "(?:what|how|which|why|when|where|who|whose|is|are|do|does|did|has|have|was|were)\\b.*");
    private static final Set<String> TWO = words("twice both couple");

    private final List<String> words;
    private final List<String> written;
    private final Set<String> names;
    private final String all;

    private LooseTalk(List<String> words, List<String> written, Set<String> names) {
        this.words = words;
        this.written = written;
        this.names = names;
        this.all = String.join(" ", words);
    }

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }

    /**
     * @param words of the message, in English and lower case
     * @param written the same as the user wrote them
     * @param names of saved states
     */
    static Optional<Intent> of(List<String> words, List<String> written, Set<String> names) {
        return words.isEmpty() || words.size() > 16
                ? Optional.empty()
                : new LooseTalk(words, written, names).intent();
    }

    private Optional<Intent> intent() {
        boolean praise =
                any(PRAISE) && !any(NOT_PRAISE) && Words.like(all, "\\D*") && words.size() < 9;
        Optional<Intent> of = ofNames();
        if (of.isPresent()) {
            return of;
        }
        boolean again = words.contains("restart") || words.contains("reset");
        boolean begins = again || words.contains("start") || words.contains("begin");
        boolean whole =
                words.stream().anyMatch(w -> WHOLE.contains(w) && (begins || !ANEW.contains(w)));
        if (any(BEGIN) && (whole || again)) {
            return Optional.of(new Intent.StartOver());
        }
        boolean redo = Words.like(all, "(?:.* )?(?:redo|redone|reapply|re-apply)(?: .*)?");
        if (redo && !any(UNDO)) {
            return Optional.of(new Intent.Redo(0));
        }
        boolean last =
                Words.like(
                        all,
                        "(?:.* )?(?:last|latest|previous|recent|preceding) (?:\\S+ )?(?:change|edit|step|one|bit|request|thing|wish|instruction|move|message|2|two|changes|edits|steps|things)s?(?: .*)?");
        if (any(UNDO) || (any(BEGIN) && last) || BACK.matcher(all).matches()) {
            return Optional.of(new Intent.Undo(count()));
        }
        Optional<Intent> saved = saved();
        if (saved.isPresent()) {
            return saved;
        }
        boolean names = any(NAMES) || Words.like(all, "(?:.* )?names? (?:\\S+ )?(?:i|we) .*");
        if (names && Words.like(all, "(?:.* )?(?:which|what|list|show|any|all)(?: .*)?")) {
            return Optional.of(new Intent.Names());
        }
        if (praise) {
            return Optional.of(new Intent.Thanks());
        }
        return words.size() < 10 && DECIDE.matcher(all).matches()
                ? Optional.of(new Intent.Decide())
                : Optional.empty();
    }

    /** Of a state that has a name: go there, or compare it. */
    private Optional<Intent> ofNames() {
        List<String> mentioned = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = written.get(i);
            names.stream()
                    .filter(n -> n.equalsIgnoreCase(word) && !n.equalsIgnoreCase("a"))
                    .filter(n -> !mentioned.contains(n))
                    .forEach(mentioned::add);
        }
        String last = written.isEmpty() ? "" : written.get(written.size() - 1);
        boolean article = mentioned.isEmpty() && last.equals("A") && names.contains("A");
        if (article && Words.like(words.get(0), GIVEN_UP)) {
            return Optional.of(new Intent.DropName(last)); // no article at the end
        }
        if (mentioned.size() > 1) {
            return Optional.of(new Intent.Compare(mentioned.get(0), mentioned.get(1)));
        }
        if (mentioned.isEmpty()) {
            return Optional.empty();
        }
        String name = mentioned.get(0);
        if (Words.like(words.get(0), GIVEN_UP)) {
            return Optional.of(new Intent.DropName(name));
        }
        if (any(DIFFER)) {
            return Optional.of(
                    any(SINCE)
                            ? new Intent.Changes(Optional.of(name))
                            : new Intent.Compare(name, "now"));
        }
        return any(SAVE) && !words.contains("back") && !all.contains("what i")
                ? Optional.of(new Intent.Save(name))
                : Optional.of(new Intent.GoBack(name));
    }

    private Optional<Intent> saved() {
        int at = -1;
        for (int i = 0; i + 1 < words.size(); i++) {
            at = BEFORE_NAME.contains(words.get(i)) ? i + 1 : at;
        }
        boolean asks = words.get(0).matches("what|which|how|who|where|why|is|are|did|do");
        boolean one = at == words.size() - 1;
        return any(SAVE) && one && !asks
                ? Optional.of(new Intent.Save(written.get(at)))
                : Optional.empty();
    }

    /** Whether a question may want this, too: most only ask how it is done. */
    static boolean asked(Intent intent, String message) {
        boolean tells =
                intent instanceof Intent.Compare
                        || intent instanceof Intent.Changes
                        || intent instanceof Intent.Names;
        String low = message.toLowerCase(Locale.ROOT).strip();
        boolean plain = !low.endsWith("?") && !ASKS.matcher(low).matches();
        return tells || plain || REQUESTS.matcher(low).matches();
    }

    /** How many changes to take back. */
    private int count() {
        boolean twice =
                words.stream()
                        .filter(UNDO::contains)
                        .anyMatch(w -> words.indexOf(w) < words.lastIndexOf(w));
        if (any(TWO) || twice) {
            return 2;
        }
        for (int i = 0; i < words.size(); i++) {
            boolean steps =
                    i + 1 < words.size()
                            && Words.like(
                                    words.get(i + 1), "(?:step|change|edit|turn|move|version)s?");
            boolean last =
                    i > 0
                            && (UNDO.contains(words.get(i - 1))
                                    || Words.like(
                                            words.get(i - 1),
                                            "last|back|previous|latest|recent|by|those|these|the|all"));
            if ((steps || last) && Words.like(words.get(i), "[1-9][0-9]?")) {
                return Integer.parseInt(words.get(i));
            }
        }
        return 1;
    }

    private boolean any(Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }
}
