/** Where somebody lands who leaves in a hurry: a page that anybody might have open. */
export const NEUTRAL_PAGE = "https://www.bing.com/search?q=weather";
