/** From a user's table to a model file that holds none of its rows, and back to people. */
package org.anamnesis.learn;
