package org.anamnesis.mcp;

import static org.anamnesis.mcp.Parameter.text;

import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.StudyPicture;

/** A look at one recording or image before files are made. */
final class StudyTool {
    private static final String KIND = "kind";

    private final Anamnesis program;
    private final Wishes wishes;

    StudyTool(Anamnesis program, Talks talks) {
        this.program = program;
        this.wishes = new Wishes(program, talks);
    }

    Tool tool() {
        return new Tool(
                "picture",
                "Look at one ECG, EEG or CT before files are made",
                "Draws one recording or image of those that a conversation or a request asks for"
                        + " (\"with ECGs, 20 % with atrial fibrillation\"), of a patient of a small sample: the"
                        + " one that shows most of what was asked. Gives the picture and the report of what it"
                        + " shows. The whole of them comes with the files that generate makes.",
                List.of(
                        text(KIND, "ecg, eeg or ct").must(),
                        text(TalkTools.CONVERSATION, "the name of one that has begun"),
                        text("request", "in plain words, instead of a conversation")),
                Shape.told(
                        Shape.members(
                                KIND,
                                Shape.text("ecg, eeg or ct"),
                                "type",
                                Shape.text("media type of the picture"),
                                "reading",
                                Shape.text("the report of what it shows")),
                        Map.of()),
                Tool.Effect.NONE,
                given -> {
                    String kind = given.words(KIND);
                    Conversation said = wishes.of(given);
                    return progress -> done(program.picture(said, kind));
                });
    }

    private static Tool.Done done(StudyPicture made) {
        return new Tool.Done(
                Map.of(KIND, made.kind(), "type", made.type(), "reading", made.reading()),
                false,
                List.of(),
                List.of(
                        new Tool.Picture(
                                "anamnesis://picture/" + made.kind(), made.type(), made.bytes())));
    }
}
