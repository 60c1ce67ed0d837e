/**
 * From a message and the current specification to a reading: a proposal with the words that it
 * rests on.
 */
package org.anamnesis.interpret;
