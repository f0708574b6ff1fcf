import { startQuiz } from './quiz.js';
import { startSlides } from './slides.js';

/** Runs on pages for training alone: those with a quiz, courses, and their handbooks. */
startQuiz();
startSlides();
