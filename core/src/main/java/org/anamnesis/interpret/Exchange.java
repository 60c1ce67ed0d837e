package org.anamnesis.interpret;

/**
 * Words to read in the place of some of the user's.
 *
 * @param from first token
 * @param to one past the last token
 * @param english what they are read as
 */
record Exchange(int from, int to, String english) {}
