extension Gazetteer {
  /// First names borne mostly by men, from many countries.
  static let maleFirstNames = """
    aaron abdel abdul abdullah abdulaziz abdulrahman abe abel abraham adam adel adnan adolf adrian ahmad ahmed ahmet
    aidan akbar akihito akira al alain alan alasdair albert alberto aldo alec alejandro aleksandar aleksander
    aleksandr aleksei aleksey alessandro alex alexander alexandr alexandre alexei alexey alexis alfonso alfred alfredo ali
    alistair allan allen alvaro álvaro amadou amar amir amit amos anand anatoliy anatoly anders andre andré andreas andrei andrej
    andrés andres andrew andrey andriy andrii andrzej andy angus anil ansel anthony antoine anton antonin antonio antónio antony anwar
    archie ari ariel arie aristide arkady arman armand armando armin arnaud arne arnold arsen arseniy art artem artemy arthur
    artur arturo arun arvind asad asher ashok ashraf asif askar atal augusto austin avi avigdor axel aziz
    barack barney barry bart bartosz bashar basil bassam ben benedict beniamino benito benjamin benny benoit bernard
    bernardo bernd bernie bert bertrand bill billy bjorn björn bob bobby bogdan bojan boris borut boyko brad bradley brandon
    brendan brent bret brett brian bruce bruno bryan bryce byron caleb calvin cameron carl carles carlo carlos carter
    cedric césar cesar chad charles charlie chester chip chris christian christophe christopher chuck claude claudio clarence
    clay clayton cliff clifford clint clive clyde colin conor conrad cory corey cornel craig curt curtis cyril cyrus
    dale damian damien damon dan daniel daniele daniil danilo danny dario darius darrell darren daryl dave david davit dean
    declan denis dennis denys derek dermot desmond devin dexter dick didier diego dieter dilip dimitar dimitri dimitris dimitrios
    dinesh dino dirk dmitri dmitriy dmitrii dmitro dmitry dmytro dom domenico dominic dominik dominique don donald donny doug
    douglas drew duane duncan dustin dwayne dwight dylan eamon earl ed eddie edgar edmond edmund eduard eduardo edward
    edwin efraim ehud eitan elbridge eli elias elie elijah elliot elliott elmar elon elvis emanuel emil emiliano emilio emmanuel
    emmerson emomali enda enrico enrique eric erich erik ernest ernesto ernst errol erwin esteban ethan eugene
    evan evgeny evgeni evo fabian fabio fabrice faisal farid farouk faustin fawzi federico felipe felix ferdinand fernando
    fidel filip filippo fikri florian floyd francesco francis francisco franco francois françois frank frankie franklin
    franz fred freddie frederic frédéric frederick fredrik friedrich fritz fumio fyodor gabriel gaetano gareth garrett garry gary gavin
    gen gene gennady gennadiy geoff geoffrey georg george georges georgi georgy gerald gerard gérard gerardo gerhard gernot gerry
    giancarlo gianni gideon gilbert gilberto giles gintautas giorgi giorgio giorgos giovanni girish gitanas giulio giuseppe glen
    glenn goran gordon graham grant greg gregg gregor gregory grigory guido guillaume guillermo gulbuddin gunnar gunter
    günter gunther gus gustav gustavo guy habib hafez haider hakan hakeem hakim hal hamad hamdi hamid hamza hank hannes hans
    harald harold haroon harris harry harvey hasan hashim hassan hayden heiko heinrich heinz helmut henri henrik henrique
    henry herb herbert herman hermann hernan hideki hiroshi horacio horst hosni howard hubert hugh hugo
    humberto hun husain hussain hussein huw ian ibrahim ignacio igor ihor ike ilham ilya iman imran ingmar inigo ioannis ion
    iosif iqbal ira irakli irfan irving irwin isaac isaiah ismael ismail israel issa ivan ivo jack jackson jacob jacques jaime
    jair jake jakob jakub jamal james jamie jan janez janos jános janusz jared jaroslaw jarosław jason jasper javad javier jay jean jean-claude
    jean-marie jean-luc jean-yves jed jeff jefferson jeffrey jens jeremiah jeremy jerome jérôme jerry jerzy jesper jesse jesus jesús
    jim jimmy joachim joao joão joaquin joaquín joe joel joey johan johann johannes john johnny jon jonah jonas jonathan jonathon joost jordan jordi jorg
    jörg jorge jose josé josef josep joseph josh joshua josip jovan jozef józef juan jude judson jules julian julien julio julius junichiro
    junior jürgen jurgen justin juri jyrki kamal kareem karel karim karl karol karsten kassym kaspar keith kemal kellan ken kenji
    kenneth kent kerry kevin khaled khalid khalifa kieran kim-jong kirill kirk kjell klaus klemens kofi konrad konstantin konstantinos kris kurt
    kwame kwasi kyle kyriakos lamar lance larry lars laszlo lászló laurent laurence lavrenty lawrence lech lee leif len lenny leo leon leonard leonardo
    leonel leonid leopold leopoldo leroy les leszek lester lev levon lewis lincoln lindsey linus lionel liviu lloyd logan lorenzo lou
    louis luc luca lucas lucian luciano ludwig luigi luis luís luiz luka lukas lukasz łukasz luke luther lutz lyndon mack magnus
    mahathir mahmood mahmoud mahmud maksim maksym malcolm malik manfred manmohan manny manohar manuel marc marcel marcelo marcin
    marco marcos marcus marek mariano marin mario marius mark marko markus marlon marshall martin martti marty marvin masoud
    massimo mateo mateusz matias matt matteo matteusz matthew matthias matthieu matti maurice mauricio maurizio max maxim maxime maximilian
    mehdi mehmet mel melvin menachem mervyn mevlut mevlüt michael michal michał michel miguel mihai mikael mike mikhail mikheil mikhaylo mykhailo
    milan miles milo milos miloš milorad milton miro miroslav mitch mitchell mitt moammar mohamad mohamed mohammad mohammed mohsen
    moises moisés mojtaba montgomery mordechai morgan moritz morris mort moshe muammar muhammad muhammadu mukesh mustafa mykola myron naftali naguib
    najib narendra nasser nate nathan nathaniel navid neal ned neil nelson nestor nestor newt nguyen niall nicholas nick nico nicola nicolas nicolás nicolae nicos
    niels nigel nikita nikola nikolai nikolaj nikolaos nikolas nikolay nikos nils noah noam noel norbert norm norman nuri nursultan
    octavio olaf oleg oleh oleksandr oleksii oleksiy oliver olivier olusegun omar ömer omri orban orlando orrin oscar oskar osman osama osvaldo otto
    owen pablo paddy paolo pascal pat patrice patrick paul paulo pavel pavlo pawel paweł pedro peder pekka per percy pervez pete peter
    petr petro petros petteri phil philip philipp philippe phillip pier pierre pieter piotr preston prithviraj pyotr qasem quentin quincy
    rafael rafic rafiq rahul raja rajiv rajnath ralf ralph ramadan rami ramiro ramon ramón ramzan ramzi rand randall randy raphael
    rashid rasmus raul raúl ravi ray raymond recep reg reggie reginald reid reince reinhard rene rené renato reuben reuven rex reza ricardo riccardo
    richard rick ricky riyad rob robert roberto robin rod roderick rodney rodolfo rodrigo roger roland rolf roman romano ron
    ronald ronan ronnie rory roscoe ross roy ruben rubén rudolf rudolph rudy rufus ruhollah rupert ruslan russ russell rustam rustem
    ryan saad sadiq saeed saif sajid salah salem salim salman salvador salvatore sam sameh sami samir sammy samuel sandeep
    sandro sanjay santiago sascha saul scott sean sebastian sebastián sébastien seif selim semyon serge sergei sergej sergey sergio serhii serhiy seth seyed sayyed
    shah shahid shane shaukat shaun shawn sheldon sherrod shigeru shimon shinzo shlomo shridath sid sidney siegfried sigmar silvio
    simeon simon sinan slobodan soren søren stan stanislav stanislaw stanisław stanley stavros stefan stefano steffen stelios stephan stéphane stephen sterling steve
    steven stewart stjepan strobe stu stuart subrahmanyam sultan sundar suresh sven svein sylvain sylvester tadeusz taher taro tarek tariq taras tate
    tayyip tayyib ted teddy tedros temir teodoro terence terrence terry thabo thaksin thaddeus theo theodore theresienne thierry thomas thor
    thorsten tibor tigran tim timo timothy timur titus tobias toby todd tom tomas tomás tomasz tommaso tommy toni tony torsten travis
    trent trevor trey tristan troy tucker turki tyler tyrone ueli ulf ulises ulrich umar umberto umit urho uwe václav vaclav vadim vadym
    valentin valentyn valeriy valery valdis vance vasily vasiliy vasyl vern vernon viacheslav victor vidar vijay viktor vinay vince vincent vincente vicente vincenzo vinod virgil vishnu
    vitali vitaliy vitalii vitaly vito vivek vlad vladimir vladislav vojislav volker volodymyr vyacheslav wade walid wallace wally
    walt walter ward warren wayne wendell werner wes wesley wilbur wilfried wilhelm will willem william willie willy wilson winston
    wladyslaw wolfgang woodrow xavier yahya yair yakov yanis yannick yannis yaroslav yasir yasser yasuo yehuda yevgeny yevgeniy yevhen yigal yitzhak yoav yonatan yoram yoshihide
    yoshihiko yossi youssef yousuf yuri yuriy yurii yury yusuf yves zachary zack zaher zalmay zbigniew zdravko zeid zeljko zhan ziad zoran
    zoltan zoltán zurab zviad xi jinping keqiang jiechi jeb anderson wolf trayvon beck bryant dred sonny jimi lebron kanye tiger usain novak
    barron tamir freddie philando alton eldridge medgar booker langston thurgood cornel tavis roscoe darnell tyrell jamar
    deshawn marquis rashad hakeem jerrold ander iker unai xabier wojciech zdzislaw jaroslav vit miloslav zsolt gergely
    """

  /// First names borne mostly by women, from many countries.
  static let femaleFirstNames = """
    abby abigail ada adela adele adriana agatha agnes agnieszka aicha aila aileen aimee aisha alana alba alejandra aleksandra alena alessandra
    alexandra alice alicia alina aline alison allison alma alyssa amal amanda amber amelia amina amy ana anabel anastasia anastasiya
    andrea andreea angela angelina angelique angie anita anja anjali ann anna annabel annalena anne annegret annette annie
    antje antonella antonia anya april arancha ariana arlene ashley asma astrid aubrey audrey aung ava avril ayanna ayesha barbara barbro
    beata beate beatrice beatrix beatriz becky belinda benazir bernadette beth bethany betsy betty beverly bianca birgit bobbie bonnie
    bozena brenda brianna bridget brigitte britt brooke caitlin camila camilla camille candace candice carla carly carmela carmen carol carole carolina
    caroline carolyn carrie caryn cassandra catalina catarina catherine cathy cecilia cecile cécile celeste celia chantal charity
    charlene charlotte chelsea cherie cheryl chiara chloe christa christiane christina christine chrystia cindy claire clara
    clare clarissa claudia colleen condoleezza connie constance consuelo cora cornelia cristina cynthia dagmar daisy dalia dana daniela danielle daphne
    daria dasha dawn debbie debora deborah debra deirdre delia denise desiree diana diane dianne dilma dina dolores dominika donna dora doreen
    doris dorothea dorothy edith eileen ekaterina elaine eleanor elena eleni eleonora elisa elisabeth élisabeth elise elizabeth ella ellen
    ellie elsa elvira emilia emily emma erica erika erin ernestine esperanza estela esther ethel eunice eva evelyn faith fatima fatou fawzia fay
    faye federica fiona flora florence fran frances francesca franziska freya frida gabby gabriela gabriella gabrielle gail galina gayle
    genevieve geraldine gertrude gillian gina ginny gisela giulia giorgia gloria golda grace gretchen greta gro gudrun guadalupe gwen hala
    halina hanan hanna hannah harriet hazel heather heidi heike helen helena helene helga helle henrietta hilary hilda hillary holly
    hope huma humeyra ida ilhan ilse iman inés ines inga ingeborg ingrid inna ioana irene irina iris irma isabel isabella isabelle isobel
    ivana ivanka ivy iwona jacinda jackie jacqueline jadwiga jana jane janet janice janine jasmine jayne jeanine jeanne
    jelena jen jenna jenni jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi jody johanna josephine josie joy joyce juanita
    judith judy julia juliana juliane julianne julie juliet juliette june justine kaja kamala kara karen karin karina karla karolina
    kasia kate katerina kateryna kathleen kathryn kathy katherine katharine katie katja katrin katrina katrine katy kay kayla kayleigh kelli kelly kellyanne kersti
    khadija kiran kirsten kirsti kirstie kirstjen kitty klara kristalina kristen kristi kristin kristina lacey lana lara larisa laura lauren laurie
    lea leah leila lena leni leonie lesley leslie leticia letitia leyla liana lidia lila lilian liliana lillian lily
    lin linda lindsay lisa liudmila liz liza lizzie lois lola loretta lori lorraine louise lucia lucie lucille lucinda lucy luisa lydia
    lyn lynda lynn lynne lyubov lyudmila mabel madeleine madeline madison mae magda magdalena maggie mairead maite malala malgorzata małgorzata mandy manuela mara
    marcela marcia marcy margaret margarita margarethe margot margrethe margriet maria mariam marian mariana marianne marie mariela marilyn marina
    marine marion mariya marisa marisol marjorie marlene marsha marta martha martina mary maryam maryland maura maureen mavis maxine may maya
    maye mazie meera meg megan meghan mélanie melania melanie melinda melissa mercedes meredith merkel mette mia michaela michele michelle michèle mila
    mildred milena mimi mina miranda mireille miriam misty moira mollie molly mona monica monika monique muriel myra myriam nabila nadia nadezhda nadine naima nan
    nana nancy naomi nasrin natalia nataliya natalie natalya natasha nathalie neha nicky nicole nicoletta nikki nina nirmala nora noreen norma
    octavia oksana olena olga olha olivia oona opal ophelia oprah paige pam pamela paola patricia patsy patti patty
    paula paulette pauline pavla pearl peggy penelope penny petra phoebe phyllis pia polina polly pramila priscilla priti priyanka prudence rachel rachida
    raisa ramona rania raquel rashida rebecca regina renata renate renee renée rhonda rita roberta robyn rochelle ronna rosa rosalia rosalind rosalynn rosanna rose roseanne
    rosemary rosie roxana roxanne ruth sabina sabine sabrina sadie sally samantha sana sandra sanna sara sarah saskia savannah scarlett segolene ségolène
    selma shannon shari sharon sheikha sheila shelley sherry shirley shireen sibylle sigrid silvia simone simonetta siobhan sofia soledad sonia sonja
    sonya sophia sophie soraya stacey stacy stefania stella stephanie stéphanie sue summer sunniva susan susana susanna susanne susie suzan suzanne suzy svetlana
    svenja sviatlana sybil sylvia sylvie tabitha taina tamara tammy tania tanja tansu tanya tara tarja tatiana tatyana teresa tess
    tessa thea thelma theresa therese tiffany tina toni tonya tracey tricia trina trudy tulsi tzipi uma ursula ute valentina valerie valérie vanessa
    vera veronica veronika vesna vicki vicky victoria viktoria viktoriya viola violeta virginia viviane vivian vivien vivienne wanda wendy whitney
    whoopi wilhelmina wilma winifred winnie winona xiomara yael yana yasmin yelena yevgenia yingluck yolanda yoriko yulia yuliya yvette yvonne zainab zara
    neera barbra megyn candy jacklyn krystal nell rakeyia aretha beyonce beyoncé serena venus rihanna malia latoya keisha
    imani shanice ebony zhanna zoe zoë zofia zsuzsanna zuzana
    """

  /// First names of either sex, which say nothing about a pronoun.
  static let neutralFirstNames = """
    alex andrea ashton aubrey bailey blake casey cary charlie chris dakota dana devon drew erin evelyn finley
    frankie gale hayden hunter jackie jaime jamie jan jean jess jessie jo jody jordan jules kai kelly kerry kim kit
    lee leslie lindsey logan lou lynn mackenzie marion max mel merle micah morgan nicola nicky pat parker payton
    peyton quinn randy reese riley robbie robin rory rowan sam sandy sasha shannon shawn shelby sidney skyler stacy sydney taylor
    terry tracy tristan valery vivian xi ye yi zhang wang li liu chen yang huang zhao wu zhou xu sun hu moon
    """
}
